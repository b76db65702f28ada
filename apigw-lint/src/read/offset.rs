//! Where a part of a scalar's text is in the file.

use super::span::SourceSpan;

/// The place of a part of a scalar: `offset` bytes into its text, `length` bytes long. Nothing if the text is written so
/// that the part cannot be found.
///
/// A scalar without escapes stands in the file as it is. In the lines of a block each line is indented, and in quotes an
/// escape takes more characters than it stands for.
pub(crate) fn place_in_scalar(
    source: &str,
    span: SourceSpan,
    text: &str,
    offset: usize,
    length: usize,
) -> Option<SourceSpan> {
    let raw = span.of(source);
    let place = |start: usize, end: usize| SourceSpan { start: span.start + start, end: span.start + end };
    if raw == text {
        return Some(place(offset, offset + length));
    }

    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(_) if raw.get(1..raw.len().checked_sub(1)?) == Some(text) => Some(place(1 + offset, 1 + offset + length)),
        Some('"') => {
            let start = decoded(raw, offset)?;
            Some(place(start, decoded(raw, offset + length)?.max(start)))
        }
        Some(_) => None,
        None => {
            let start = in_block(raw, text, offset)?;
            Some(place(start, in_block(raw, text, offset + length).unwrap_or(start).max(start)))
        }
    }
}

/// The place in a double-quoted scalar of a byte of the text that it stands for.
fn decoded(raw: &str, offset: usize) -> Option<usize> {
    let (mut at, mut length) = (1, 0);
    let mut characters = raw.char_indices().skip(1);

    while length < offset {
        let (start, c) = characters.next()?;
        length += match c {
            '\\' => match characters.next()?.1 {
                'u' => {
                    let digits = raw.get(start + 2..start + 6)?;
                    let _ = characters.nth(3);
                    let code = u32::from_str_radix(digits, 16).ok()?;
                    // Half of a pair counts half of the character.
                    char::from_u32(code).map_or(2, char::len_utf8)
                }
                'x' => {
                    let _ = characters.nth(1);
                    2
                }
                // A line that continues in the next one.
                '\n' | '\r' => return None,
                _ => 1,
            },
            '\n' | '\r' => return None,
            c => c.len_utf8(),
        };
        at = characters.clone().next().map_or(raw.len(), |(next, _)| next);
    }
    Some(at)
}

/// The place in the lines of a block (`|`) of a byte of its text.
fn in_block(raw: &str, text: &str, offset: usize) -> Option<usize> {
    let before = text.get(..offset)?;
    let (line, column) = (before.matches('\n').count(), before.len() - before.rfind('\n').map_or(0, |at| at + 1));
    let wanted = text.split('\n').nth(line)?;

    // The text may begin after the indicator's line.
    let mut start = 0;
    let mut lines = raw.split_inclusive('\n').map(|line| {
        let at = start;
        start += line.len();
        (at, line.trim_end_matches(['\n', '\r']))
    });
    let skipped = usize::from(raw.starts_with(['|', '>']));
    let (at, found) = lines.nth(line + skipped)?;
    let indent = found.len().checked_sub(wanted.len())?;
    found.ends_with(wanted.trim_end_matches('\r')).then_some(at + indent + column)
}
