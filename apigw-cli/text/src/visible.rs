//! Text from outside, shown so that neither a terminal nor the log of a CI system obeys it.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::document::{Document, Map};

/// Escapes what a terminal would obey: control characters other than line breaks and tabs, and the marks that change the
/// direction of text. The form is that of JSON strings.
///
/// ```
/// assert_eq!(apigw_cli_text::visible::on_terminal("a\u{1b}[31m\tb\n"), "a\\u001b[31m\tb\n");
/// ```
pub fn on_terminal(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_obeyed(c) && !matches!(c, '\n' | '\t'))
}

/// Escapes what would end a line too, for a name that is part of one. A name at whose beginning a CI system would see a
/// command begins with `./` then.
///
/// ```
/// assert_eq!(apigw_cli_text::visible::name("x\n::error::y"), "x\\u000a::error::y");
/// assert_eq!(apigw_cli_text::visible::name("::error::y"), "./::error::y");
/// ```
pub fn name(text: &str) -> Cow<'_, str> {
    let text = escaped(text, |c| is_obeyed(c) || matches!(c, '\u{2028}' | '\u{2029}'));
    if is_command(&text) { Cow::Owned(format!("./{text}")) } else { text }
}

/// Marks the lines that a CI system would take for commands: a backslash comes before them.
///
/// ```
/// assert_eq!(apigw_cli_text::visible::in_log("a\n ::error::b\n"), "a\n\\ ::error::b\n");
/// ```
pub fn in_log(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    // A carriage return ends a line too for some.
    let lines = text.split_inclusive(['\n', '\r']);
    let marked = lines.flat_map(|line| [if is_command(line) { "\\" } else { "" }, line]);
    Cow::Owned(marked.collect())
}

/// Escapes the strings in a value as [`on_terminal`] does.
pub fn document(value: &Document) -> Document {
    match value {
        Document::Text(text) => Document::Text(on_terminal(text).into_owned()),
        Document::List(items) => Document::List(items.iter().map(document).collect()),
        Document::Map(map) => {
            let mut shown: Map =
                map.iter().map(|(key, value)| (on_terminal(key).into_owned(), document(value))).collect();
            shown.is_ordered_dict = map.is_ordered_dict;
            Document::Map(shown)
        }
        Document::Bytes(bytes) => Document::Text(on_terminal(&String::from_utf8_lossy(bytes)).into_owned()),
        other => other.clone(),
    }
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_escaped(c) {
            _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Whether a terminal obeys a character: C0, DEL, C1, and the marks of direction.
fn is_obeyed(c: char) -> bool {
    let is_mark = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || is_mark
}

/// Whether a CI system takes a line for a command, wherever in it white space is.
fn is_command(line: &str) -> bool {
    let line = line.trim_start();
    ["::", "##[", "##vso[", "##teamcity["].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{document, in_log, name, on_terminal};
    use crate::document::{Document, Map};

    #[test]
    fn every_control_character_is_escaped() {
        for c in (0..=0x9f).filter_map(char::from_u32).filter(|c| c.is_control()) {
            let text = format!("a{c}b");
            let is_kept = matches!(c, '\n' | '\t');
            assert_eq!(on_terminal(&text) == text, is_kept, "{c:?}");
            assert!(!name(&text).chars().any(char::is_control), "{c:?}");
        }
        for c in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}'] {
            assert_eq!(on_terminal(&c.to_string()), format!("\\u{:04x}", u32::from(c)));
        }
        for text in ["é😀 ü\n\t", "", "::", "日本"] {
            assert_eq!(on_terminal(text), text);
        }
    }

    #[test]
    fn lines_that_are_commands_are_marked() {
        for (text, shown) in [
            ("::error::x", "\\::error::x"),
            ("a\r::set-env name=x::y", "a\r\\::set-env name=x::y"),
            ("a\n\t ##[error]x\nb", "a\n\\\t ##[error]x\nb"),
            ("\n##vso[task.setvariable]x", "\n\\##vso[task.setvariable]x"),
            ("a::b\nc ##[x]", "a::b\nc ##[x]"),
        ] {
            assert_eq!(in_log(text), shown);
        }
    }

    #[test]
    fn keys_are_escaped_too() {
        let inner: Map = [("k\u{1b}", "v\u{9b}")].into_iter().collect();
        let shown = document(&Document::List(vec![Document::Map(inner)]));
        let expected: Map = [("k\\u001b", "v\\u009b")].into_iter().collect();
        assert_eq!(shown, Document::List(vec![Document::Map(expected)]));
    }
}
