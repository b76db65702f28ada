//! Documents that the service imports: JSON or YAML.
//!
//! Recorded answers to what is neither: "Invalid OpenAPI input.", "Unable to build importer with provided input.". This
//! is no parser of YAML. It finds what no parser can accept: quotes and brackets that are not closed, and text after a
//! quoted value. Whatever is not certain passes.

use super::error::{FormatError, FormatResult};
use super::text::tail;

/// Whether a string may be a JSON or YAML document.
pub(crate) fn check(text: &str) -> FormatResult {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    match tail(text, start).chars().next() {
        None => Err(FormatError::new(0, "the document is empty; give a JSON or YAML document")),
        Some('{' | '[') => check_flow(text, start),
        Some(_) => check_block(text),
    }
}

/// Checks a document that begins with a bracket, as all of JSON does.
fn check_flow(text: &str, start: usize) -> FormatResult {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut at = start;
    // Quotes count where a value or key can begin; elsewhere they are part of a plain text.
    let (mut fresh, mut before) = (true, ' ');

    while let Some(c) = tail(text, at).chars().next() {
        let mut next = at + c.len_utf8();
        match c {
            '"' | '\'' if fresh => next = quoted(text, at)?,
            '#' if before.is_whitespace() => next = line_end(text, at),
            '{' => open.push((at, '}')),
            '[' => open.push((at, ']')),
            '}' | ']' => match open.pop() {
                Some((_, close)) if close == c => {}
                _ => return Err(FormatError::new(at, format!("unmatched `{c}`; remove it"))),
            },
            _ => {}
        }
        fresh = match c {
            '{' | '[' | ',' => true,
            ':' => matches!(before, '"' | '\'') || tail(text, next).starts_with(char::is_whitespace),
            '#' => fresh,
            c => c.is_whitespace() && fresh,
        };
        (at, before) = (next, c);
        if open.is_empty() {
            return check_rest(text, at);
        }
    }

    let (at, close) = open.pop().unwrap_or((start, '}'));
    Err(FormatError::new(at, format!("this bracket is not closed; end it with `{close}`")))
}

/// What follows a whole document: nothing but comments and other documents.
fn check_rest(text: &str, at: usize) -> FormatResult {
    let rest = tail(text, at);
    let start = at + rest.len() - rest.trim_start().len();
    let rest = tail(text, start);
    if rest.is_empty() || rest.starts_with(['#', ':']) || rest.starts_with("---") || rest.starts_with("...") {
        return Ok(());
    }
    Err(FormatError::new(start, "unexpected text after the document; remove it"))
}

/// The end of the quoted text that begins at `at`.
fn quoted(text: &str, at: usize) -> Result<usize, FormatError> {
    let quote = if tail(text, at).starts_with('"') { '"' } else { '\'' };
    let mut characters = tail(text, at + 1).char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        match c {
            '\\' if quote == '"' => drop(characters.next()),
            '\'' if quote == '\'' && characters.next_if(|(_, next)| *next == '\'').is_some() => {}
            c if c == quote => return Ok(at + 1 + offset + 1),
            _ => {}
        }
    }
    Err(FormatError::new(at, format!("this quote is not closed; end it with `{quote}`")))
}

fn line_end(text: &str, at: usize) -> usize {
    tail(text, at).find('\n').map_or(text.len(), |end| at + end)
}

/// Checks a document in YAML's block style, line by line.
fn check_block(text: &str) -> FormatResult {
    let (mut at, mut skip_deeper_than, mut plain_at) = (0, None, None);
    while at < text.len() {
        let end = line_end(text, at);
        let line = text.get(at..end).unwrap_or("");
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let blank = content.trim().is_empty() || content.starts_with('#');
        let inside = |limit: Option<usize>| limit.is_some_and(|limit| indent > limit);
        let mut next = end + 1;
        if !blank && !inside(skip_deeper_than) && !inside(plain_at) {
            let value = value_of(line, indent);
            skip_deeper_than = value.and_then(|value| is_block_scalar(tail(line, value)).then_some(indent));
            plain_at = None;
            match value.map(|value| (value, tail(line, value))) {
                Some((value, rest)) if rest.starts_with(['"', '\'']) => {
                    let close = quoted(text, at + value)?;
                    check_after_quote(text, close)?;
                    next = line_end(text, close) + 1;
                }
                Some((_, rest)) if !rest.is_empty() => plain_at = Some(indent),
                Some(_) => {}
                None => plain_at = Some(indent),
            }
        }
        at = next;
    }

    Ok(())
}

/// Where in a line the value after `- ` or `key: ` begins; nothing if the line has neither.
fn value_of(line: &str, indent: usize) -> Option<usize> {
    let mut at = indent;
    let mut found = None;
    while let Some(rest) = tail(line, at).strip_prefix("- ") {
        at = line.len() - rest.trim_start().len();
        found = Some(at);
    }
    let rest = tail(line, at);
    if rest.starts_with(['"', '\'', '{', '[', '#', '|', '>', '&', '*', '!', '%', '@', '`']) {
        return found;
    }
    match rest.find(": ") {
        Some(colon) => Some(line.len() - tail(rest, colon + 1).trim_start().len()),
        None if rest.trim_end().ends_with(':') => Some(line.len()),
        None => found,
    }
}

fn is_block_scalar(value: &str) -> bool {
    let header = value.split(" #").next().unwrap_or("").trim();
    header.starts_with(['|', '>']) && header.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'))
}

/// What may follow a quoted value on its line: nothing, a comment, or the colon that makes it a key.
fn check_after_quote(text: &str, close: usize) -> FormatResult {
    let rest = text.get(close..line_end(text, close)).unwrap_or("");
    let trimmed = rest.trim_start();
    let comment = trimmed.starts_with('#') && trimmed.len() < rest.len();
    if trimmed.is_empty() || comment || trimmed.starts_with(':') {
        return Ok(());
    }
    Err(FormatError::new(
        close + rest.len() - trimmed.len(),
        "the quoted string ends before this; escape the quotes inside it, or quote it with `'`",
    ))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn documents_pass() {
        for text in [
            "{}",
            "[]",
            "{\"swagger\": \"2.0\", \"info\": {\"title\": \"it's {x\"}}",
            "{a: it's, 'b': \"c\\\"d\", url: http://x/y#z} # end",
            "swagger: '2.0'\ninfo:\n  title: it's \"quoted\" text\n  description: |\n    - \"a\" b\n  x: \"1\" # c\n",
            "openapi: 3.0.1\npaths:\n  /pets/{id}:\n    get:\n      - \"a\": 1\n      - 'it''s'\n",
            "description: plain\n  \"quoted\" continuation\n  - \"x\" y\nnext: \"multi\n  line\" \n",
            "\"openapi\": \"3.0.1\"\n\"info\": {}\n",
            "# comment\n---\nkey: >-\n  \"folded\" text\n",
            "a: &x \"1\"\nb: !!str \"2\"\nc: {d: \"e\"}\n",
            "{a: it is 'x, b:'c, d: 'e'}",
            "just text",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_nothing_can_read_is_refused() {
        for (text, offset) in [
            ("", 0),
            (" \n", 0),
            ("{'key:value}", 1),
            ("{\"a\": [1, 2}", 11),
            ("{\"a\": 1", 0),
            ("{} {}", 3),
            ("a:\n  - \"b \"c\": d\n", 11),
            ("a: \"b", 3),
        ] {
            assert_eq!(check(text).map_err(|error| error.offset), Err(offset), "{text}");
        }
    }
}
