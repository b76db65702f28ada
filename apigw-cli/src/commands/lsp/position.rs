//! Places in documents as editors count them: lines from 0, and columns in units of UTF-16.

use apigw_lint::SourceSpan;
use serde_json::{Value as Json, json};

/// The offset of a position, or the nearest there is.
pub(super) fn offset(text: &str, position: &Json) -> usize {
    let number = |name: &str| position.get(name).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
    let (line, column) = (number("line").unwrap_or(0), number("character").unwrap_or(0));
    let start = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    let rest = text.get(start..).unwrap_or_default();
    let rest = rest.split(['\n', '\r']).next().unwrap_or_default();

    let mut units = 0;
    let before = rest.chars().take_while(|c| {
        units += c.len_utf16();
        units <= column
    });
    start + before.map(char::len_utf8).sum::<usize>()
}

/// Where the line begins that an offset is on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Where the line ends that an offset is on.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |length| at + length)
}

/// A span as a range.
pub(super) fn range(text: &str, span: SourceSpan) -> Json {
    json!({"start": position(text, span.start), "end": position(text, span.end)})
}

fn position(text: &str, at: usize) -> Json {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    json!({"line": before.matches('\n').count(), "character": line.chars().map(char::len_utf16).sum::<usize>()})
}

#[cfg(test)]
mod tests {
    use super::{SourceSpan, offset, range};
    use serde_json::json;

    #[test]
    fn columns_count_units_of_utf_16() {
        let text = "a\r\né😀b\n";
        let at = text.find('b').expect("a letter");
        let found = range(text, SourceSpan { start: at, end: at + 1 });
        assert_eq!(found, json!({"start": {"line": 1, "character": 3}, "end": {"line": 1, "character": 4}}));
        assert_eq!(offset(text, &found["start"]), at);
        assert_eq!(offset(text, &json!({"line": 0, "character": 9})), 1);
        assert_eq!(offset(text, &json!({"line": 9, "character": 9})), text.len());
        assert_eq!(offset(text, &json!({"line": 1, "character": 2})), at - 4, "no character is split");
    }
}
