//! Placeholders that a reader fills in: `<id>`, `[API ID]`, `YOUR-API-ID`, and `…` for words that are left out. What they
//! stand for is unknown.

use super::text::SourceChar;

/// Makes each placeholder unknown. Outside documents, `<name>` is one only as the value of an option, or a part of a word:
/// elsewhere the shell reads a file.
pub(super) fn without_placeholders(source: &[SourceChar], is_document: bool) -> Vec<SourceChar> {
    let mut kept: Vec<SourceChar> = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some(current) = source.get(at) {
        let before = at.checked_sub(1).and_then(|before| source.get(before)).map(|current| current.c);
        let left_out = if is_document && before.is_none_or(char::is_whitespace) { ellipsis(source, at) } else { 0 };
        if left_out > 0 {
            kept.push(SourceChar::unknown(current.position));
            at += left_out;
            continue;
        }
        let length = match current.c {
            '<' if before != Some('<') && (is_document || is_value(source, at)) => angled(source, at),
            '[' if before.is_none_or(char::is_whitespace) => bracketed(source, at),
            'y' | 'Y' if !before.is_some_and(|c| c.is_alphanumeric() || c == '$' || c == '{') => yours(source, at),
            _ => 0,
        };
        if length == 0 {
            kept.push(*current);
            at += 1;
            continue;
        }

        // The string may have blanks in it; inside quotes it is quoted already.
        let is_quoted = before.is_some_and(|c| matches!(c, '"' | '\''));
        let quote = (!is_quoted).then(|| SourceChar::new('"', current.position));
        kept.extend(quote);
        kept.push(SourceChar::unknown(current.position));
        kept.extend(quote);
        at += length;
    }
    kept
}

fn run(source: &[SourceChar], at: usize, is_inside: impl Fn(char) -> bool) -> usize {
    source.iter().skip(at).take_while(|current| is_inside(current.c)).count()
}

fn char_at(source: &[SourceChar], at: usize) -> Option<char> {
    source.get(at).map(|current| current.c)
}

/// The length of `…` or `...` that is a word of its own.
fn ellipsis(source: &[SourceChar], at: usize) -> usize {
    let length = run(source, at, |c| c == '…').max(run(source, at, |c| c == '.') / 3 * 3);
    if char_at(source, at + length).is_none_or(char::is_whitespace) { length } else { 0 }
}

/// The length of `<name>`.
fn angled(source: &[SourceChar], at: usize) -> usize {
    let length = run(source, at + 1, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ' '));
    let first = char_at(source, at + 1);
    let is_closed = char_at(source, at + 1 + length) == Some('>');
    if is_closed && first.is_some_and(|c| c.is_ascii_alphanumeric()) { length + 2 } else { 0 }
}

/// The length of `[NAME]`, whose name is in capitals.
fn bracketed(source: &[SourceChar], at: usize) -> usize {
    let length = run(source, at + 1, |c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | ' '));
    let first = char_at(source, at + 1);
    let is_closed = char_at(source, at + 1 + length) == Some(']');
    if is_closed && length > 1 && first.is_some_and(|c| c.is_ascii_uppercase()) { length + 2 } else { 0 }
}

/// The length of `YOUR-API-ID`, `your_api_id`.
fn yours(source: &[SourceChar], at: usize) -> usize {
    let length = run(source, at, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let word: String = source.iter().skip(at).take(length).map(|current| current.c.to_ascii_lowercase()).collect();
    let is_yours = word.strip_prefix("your").is_some_and(|rest| rest.starts_with(['-', '_']) && rest.len() > 1);
    // A variable of such a name is assigned to, or expanded elsewhere.
    let is_assigned = char_at(source, at + length) == Some('=') && !is_value(source, at);
    if is_yours && !is_assigned { length } else { 0 }
}

/// Whether what stands here is the value of an option, or a part of a word.
fn is_value(source: &[SourceChar], at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    let blanks = before.iter().rev().take_while(|current| current.c.is_whitespace() && current.c != '\n').count();
    if blanks == 0 {
        return before.last().is_some_and(|current| !current.c.is_whitespace());
    }
    let rest = before.get(..before.len() - blanks).unwrap_or_default();
    let word: String =
        rest.iter().rev().take_while(|current| !current.c.is_whitespace()).map(|current| current.c).collect();
    word.ends_with("--")
}
