//! Tests of the shorthand grammar: known texts, and properties of all texts.

use proptest::prelude::*;

use super::ShorthandError;
use crate::document::{Document, Map};
use crate::json;
use crate::python::json as python_json;

/// Parses shorthand without reading files.
fn parse(text: &str) -> Result<Map, ShorthandError> {
    super::parse(text, &|_| Ok(None))
}

fn shown(text: &str) -> String {
    match parse(text) {
        Ok(map) => json::compact(&Document::Map(map)),
        Err(ShorthandError::Syntax(message) | ShorthandError::File(message)) => message,
    }
}

#[test]
fn values_are_words_lists_and_hashes() {
    let cases = [
        ("a=b", r#"{"a":"b"}"#),
        ("a=b,c=d", r#"{"a":"b","c":"d"}"#),
        ("a=b,c,d=e", r#"{"a":["b","c"],"d":"e"}"#),
        ("a=b,,c=d", r#"{"a":"b","c":"d"}"#),
        ("a=b=c", r#"{"a":"b=c"}"#),
        ("a=", r#"{"a":""}"#),
        ("=b", r#"{"":"b"}"#),
        ("a = b , c = d", r#"{"a":"b","c":"d"}"#),
        ("a=[b, c,],d=[]", r#"{"a":["b","c"],"d":[]}"#),
        ("a={b=c,d={e=f}},g=[h,{i=j}]", r#"{"a":{"b":"c","d":{"e":"f"}},"g":["h",{"i":"j"}]}"#),
        ("a={b=c,b=d}", r#"{"a":{"b":"d"}}"#),
        ("a=x\\,y,b=z", r#"{"a":"x,y","b":"z"}"#),
        ("a=c:\\dir\\x", r#"{"a":"c:\\dir\\x"}"#),
        ("q='static'", r#"{"q":"static"}"#),
        ("q=\"'static'\"", r#"{"q":"'static'"}"#),
        ("q='it\\'s \\\\ \\n'", r#"{"q":"it's \\ \\n"}"#),
        ("q='a\\'", r#"{"q":"a\\"}"#),
        ("a=file://x", r#"{"a":"file://x"}"#),
        ("a@=plain", r#"{"a":"plain"}"#),
        ("a=b  ", r#"{"a":"b"}"#),
        ("a=\"😀\"", r#"{"a":"\ud83d\ude00"}"#),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn problems_show_the_place() {
    let cases = [
        ("a", "Expected: '=', received: 'EOF' for input:\n a\n ^"),
        ("a==b", "Expected: ',', received: '=' for input:\n a==b\n  ^"),
        (" a=b", "Expected: '=', received: 'a' for input:\n  a=b\n ^"),
        ("a+b=c", "Expected: '=', received: '+' for input:\n a+b=c\n ^"),
        ("a=b,", "Expected: '<second>', received: '<none>' for input:\n a=b,\n    ^"),
        ("a='b", "Expected: '<singled quoted>', received: '<none>' for input:\n a='b\n  ^"),
        ("a=\"b", "Expected: '<double quoted>', received: '<none>' for input:\n a=\"b\n  ^"),
        ("a={b=c", "Expected: ',', received: 'EOF' for input:\n a={b=c\n      ^"),
        ("a=😀", "Expected: ',', received: '😀' for input:\n a=😀\n  ^"),
        ("a=b,\nc==d,\ne=f", "Expected: ',', received: '=' for input:\n a=b,\nc==d,\n  ^\ne=f"),
        (
            "a=b,a=c",
            "Second instance of key \"a\" encountered for input:\na=b,a=c\n    ^\nThis is often because there is a preceding \",\" instead of a space.",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn depth_is_limited() {
    assert_eq!(shown(&format!("a={}", "[".repeat(10_000))), "Too many levels");
    assert_eq!(shown(&format!("a={}", "{b=".repeat(10_000))), "Too many levels");
}

/// Text written so that it reads back as itself.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn written(value: &Document) -> String {
    let inside = |map: &Map| {
        let pairs: Vec<String> = map.iter().map(|(key, value)| format!("{key}={}", written(value))).collect();
        pairs.join(",")
    };
    match value {
        Document::Map(map) => format!("{{{}}}", inside(map)),
        Document::List(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(",")),
        value => quoted(value.text().unwrap_or_default()),
    }
}

fn documents() -> impl Strategy<Value = Document> {
    // A backslash before a quote cannot be written: the grammar takes the quotes first, then the backslashes.
    let texts = "[^\\\\]{0,8}".prop_map(Document::Text);
    texts.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Document::List),
            prop::collection::vec(("[A-Za-z0-9_.#/:-]{1,5}", inner), 0..4)
                .prop_map(|entries| Document::Map(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(value in documents()) {
        let text = format!("key={}", written(&value));
        let map = parse(&text).expect(&text);
        prop_assert_eq!(map.get("key"), Some(&value), "{}", text);
    }

    #[test]
    fn no_text_is_too_strange(text in "[ab=,{}\\[\\]\"'\\\\ \n.é😀]{0,16}") {
        // Whatever is accepted can be printed.
        if let Ok(map) = parse(&text) {
            let printed = json::compact(&Document::Map(map));
            prop_assert!(python_json::read(&printed, python_json::Maps::Plain).is_ok());
        }
    }
}
