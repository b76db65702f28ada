//! Where in a file a part of a value is.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};

use super::ast::{self, IncludedFile};

/// The compiler's own span, outside of which there are no files.
pub(super) fn source(span: Span) -> Option<proc_macro::Span> {
    proc_macro::is_available().then(|| span.unwrap())
}

/// Where the byte `offset` of a value's text is, as the compiler writes places: `file:line:column`.
pub(super) fn of(value: &ast::Literal, offset: usize) -> Option<String> {
    let before = value.text()?.get(..offset)?;
    let (line, column) = advance((1, 1), before);
    if let Some(IncludedFile::Read(file)) = &value.file {
        return Some(format!("{file}:{line}:{column}"));
    }

    let token = literal(value.tokens.clone())?;
    let source = source(token.span())?;
    let written = token.to_string();
    // A macro may have put the value where something else stands.
    if source.source_text()? != written {
        return None;
    }
    let (line, column) = advance((source.line(), source.column()), written.get(..written_offset(&written, offset)?)?);
    Some(format!("{}:{line}:{column}", source.file()))
}

/// The line and column in the text, without its file.
pub(super) fn in_text(text: &str, offset: usize) -> Option<(usize, usize)> {
    text.get(..offset).map(|before| advance((1, 1), before))
}

/// The line and column behind a string.
fn advance((line, column): (usize, usize), text: &str) -> (usize, usize) {
    match text.rsplit_once('\n') {
        Some((_, last)) => (line + text.matches('\n').count(), last.chars().count() + 1),
        None => (line, column + text.chars().count()),
    }
}

/// The literal that a value is.
fn literal(tokens: TokenStream) -> Option<Literal> {
    let mut tokens = tokens.into_iter();
    match (tokens.next()?, tokens.next()) {
        (TokenTree::Literal(literal), None) => Some(literal),
        (TokenTree::Group(group), None) => literal(group.stream()),
        _ => None,
    }
}

/// Where in the written form of a string the byte `offset` of its value begins.
fn written_offset(written: &str, offset: usize) -> Option<usize> {
    let open = written.find('"')?;
    let body = open + 1;
    if written.get(..open)?.contains('r') {
        return Some(body + offset);
    }

    let (mut at, mut value) = (body, 0);
    loop {
        let (length, bytes) = unit(written.get(at..)?)?;
        // A continued line stands for nothing, so what follows it is meant.
        if value >= offset && bytes > 0 {
            return Some(at);
        }
        at += length;
        value += bytes;
    }
}

/// How long the first unit of a string's written form is, and how many bytes of the value it stands for.
fn unit(rest: &str) -> Option<(usize, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    match chars.next()? {
        'x' => Some((4, 1)),
        'u' => {
            let end = rest.find('}')?;
            let digits: String = rest.get(3..end)?.chars().filter(|c| *c != '_').collect();
            let character = char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?;
            Some((end + 1, character.len_utf8()))
        }
        // The string continues at the next character that is no space.
        '\n' => Some((rest.len() - chars.as_str().trim_start_matches([' ', '\t', '\n', '\r']).len(), 0)),
        _ => Some((2, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::{advance, written_offset};

    #[test]
    fn escapes_are_one_character_each() {
        let written = r#""a\n\x41\u{e4}\
            b\"c""#;
        let value = "a\nA\u{e4}b\"c";
        let found =
            |part: &str| written_offset(written, value.find(part).expect("a part")).and_then(|at| written.get(at..));
        assert!(found("A").is_some_and(|rest| rest.starts_with(r"\x41")));
        assert!(found("b").is_some_and(|rest| rest.starts_with("b\\\"c")), "{:?}", found("b"));
        assert!(found("c").is_some_and(|rest| rest == "c\""));
        assert_eq!(written_offset("r##\"abc\"##", 2), Some(6));
    }

    #[test]
    fn columns_start_again_on_each_line() {
        assert_eq!(advance((3, 7), "ab"), (3, 9));
        assert_eq!(advance((3, 7), "ab\nä"), (4, 2));
    }
}
