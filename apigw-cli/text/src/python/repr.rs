//! How values are printed inside messages: `str()`, `repr()` and the names of classes.

use std::fmt::Write as _;

use crate::document::Document;

/// A value as `str()` prints it: strings without quotes.
pub fn plain(value: &Document) -> String {
    match value {
        Document::Text(text) => text.clone(),
        Document::Date(date) => date.text.clone(),
        _ => quoted(value),
    }
}

/// A value as `repr()` prints it: strings in quotes.
pub fn quoted(value: &Document) -> String {
    match value {
        Document::Null => "None".to_owned(),
        Document::Boolean(true) => "True".to_owned(),
        Document::Boolean(false) => "False".to_owned(),
        Document::Integer(value) => value.to_string(),
        Document::Double(value) => double(*value),
        Document::Text(value) => text(value),
        Document::Bytes(value) => bytes(value),
        Document::Date(date) => date.expression.clone(),
        Document::List(items) => format!("[{}]", joined(items.iter().map(quoted))),
        Document::Map(map) if map.is_ordered_dict && map.is_empty() => "OrderedDict()".to_owned(),
        Document::Map(map) if map.is_ordered_dict => {
            let pairs = map.iter().map(|(key, value)| format!("({}, {})", text(key), quoted(value)));
            format!("OrderedDict([{}])", joined(pairs))
        }
        Document::Map(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{}: {}", text(key), quoted(value)));
            format!("{{{}}}", joined(pairs))
        }
    }
}

/// The name of a value's class, as in `<class 'int'>`.
pub fn class(value: &Document) -> &'static str {
    match value {
        Document::Null => "NoneType",
        Document::Boolean(_) => "bool",
        Document::Integer(_) => "int",
        Document::Double(_) => "float",
        Document::Text(_) => "str",
        Document::Bytes(_) => "bytes",
        Document::Date(date) => date.class,
        Document::List(_) => "list",
        Document::Map(map) if map.is_ordered_dict => "collections.OrderedDict",
        Document::Map(_) => "dict",
    }
}

/// A floating point number with the shortest digits that parse to the same value.
pub fn double(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let mut text = String::new();
    apigw_model::__private::json::write_double(&mut text, value);
    text
}

/// A string in quotes: double quotes only if it contains single but no double quotes.
pub fn text(text: &str) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => _ = write!(out, "\\{c}"),
            c if is_printable(c) => out.push(c),
            c => write_escape(&mut out, u32::from(c)),
        }
    }
    out.push(quote);
    out
}

fn bytes(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte if char::from(byte) == quote => _ = write!(out, "\\{quote}"),
            b' '..=b'~' => out.push(char::from(byte)),
            byte => write_escape(&mut out, u32::from(byte)),
        }
    }
    out.push(quote);
    out
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn write_escape(out: &mut String, code: u32) {
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// Whether a character is printed unescaped. `escape_debug` escapes what is not printable, but combining characters only at
/// the start.
fn is_printable(c: char) -> bool {
    let mut context = [0; 5];
    let text = c.encode_utf8(&mut context);
    c == ' ' || matches!(c, '\'' | '"') || format!("a{text}").escape_debug().count() == 2
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{bytes, double, plain, quoted, text};
    use crate::document::{Document, Map};

    #[test]
    fn text_is_quoted_like_python_quotes_it() {
        assert_eq!(text("abc"), "'abc'");
        assert_eq!(text("it's"), "\"it's\"");
        assert_eq!(text("it's \"x\""), "'it\\'s \"x\"'");
        assert_eq!(text("a\\b\n\u{1}\u{7f}é\u{a0}\u{301}\u{2028}😀"), "'a\\\\b\\n\\x01\\x7fé\\xa0\u{301}\\u2028😀'");
        assert_eq!(bytes(b"\xff\x00'\\"), "b\"\\xff\\x00'\\\\\"");
    }

    #[test]
    fn containers_name_their_origin() {
        let mut map: Map = [("k", "v")].into_iter().collect();
        assert_eq!(plain(&Document::Map(map.clone())), "{'k': 'v'}");
        map.is_ordered_dict = true;
        assert_eq!(plain(&Document::Map(map)), "OrderedDict([('k', 'v')])");
        assert_eq!(quoted(&Document::List(vec![Document::Null, Document::Boolean(true)])), "[None, True]");
    }

    #[test]
    fn doubles_use_the_shortest_digits() {
        for (value, text) in [(10.0, "10.0"), (1e22, "1e+22"), (0.1, "0.1"), (f64::NAN, "nan"), (-1e-5, "-1e-05")] {
            assert_eq!(double(value), text);
        }
    }
}
