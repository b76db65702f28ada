//! The tokens of JSON.

use std::borrow::Cow;

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

use super::span::SourceSpan;

/// A token.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JsonToken<'t> {
    /// A bracket, a brace, a comma or a colon.
    Mark(u8),
    /// A string.
    Text(Cow<'t, str>),
    /// A number, a boolean or null, as it is written.
    Plain(&'t str),
}

/// The tokens of a string. Marks and strings without escapes, which are nearly all of a file, are read here; the rest by the
/// parser, one token at a time.
pub(super) struct JsonTokens<'t> {
    text: &'t str,
    /// Where the last token is.
    span: SourceSpan,
}

impl<'t> JsonTokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, span: SourceSpan::default() }
    }

    /// Where the last token is.
    pub(super) fn span(&self) -> SourceSpan {
        self.span
    }

    /// Whether only white space follows.
    pub(super) fn is_at_end(&self) -> bool {
        matches!(scanner(self.rest()).scan(), Ok(None))
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.span.end..).unwrap_or_default()
    }

    /// The next token; nothing at the end, and where the text is no JSON.
    pub(super) fn next(&mut self) -> Option<JsonToken<'t>> {
        let rest = self.rest();
        let blank = rest.bytes().position(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).unwrap_or(rest.len());
        let token = rest.get(blank..)?;
        let start = self.span.end + blank;
        match token.as_bytes().first()? {
            mark @ (b'{' | b'}' | b'[' | b']' | b',' | b':') => {
                self.span = SourceSpan { start, end: start + 1 };
                Some(JsonToken::Mark(*mark))
            }
            b'"' => {
                let inside = token.get(1..)?;
                let end = inside.bytes().position(|byte| matches!(byte, b'"' | b'\\'))?;
                if inside.as_bytes().get(end) != Some(&b'"') {
                    return self.any(start);
                }
                self.span = SourceSpan { start, end: start + end + 2 };
                Some(JsonToken::Text(Cow::Borrowed(inside.get(..end)?)))
            }
            _ => self.any(start),
        }
    }

    /// The token that begins at a place, or after white space that only the parser knows.
    fn any(&mut self, start: usize) -> Option<JsonToken<'t>> {
        let mut scanner = scanner(self.text.get(start..)?);
        let token = scanner.scan();
        self.span = SourceSpan { start: start + scanner.token_start(), end: start + scanner.token_end() };
        Some(match token.ok()?? {
            Token::String(text) => JsonToken::Text(text),
            Token::Number(number) => JsonToken::Plain(number),
            Token::Boolean(true) => JsonToken::Plain("true"),
            Token::Boolean(false) => JsonToken::Plain("false"),
            Token::Null => JsonToken::Plain("null"),
            Token::OpenBrace => JsonToken::Mark(b'{'),
            Token::CloseBrace => JsonToken::Mark(b'}'),
            Token::OpenBracket => JsonToken::Mark(b'['),
            Token::CloseBracket => JsonToken::Mark(b']'),
            Token::Comma => JsonToken::Mark(b','),
            Token::Colon => JsonToken::Mark(b':'),
            Token::Word(_) | Token::CommentLine(_) | Token::CommentBlock(_) => return None,
        })
    }
}

/// Reads strict JSON.
fn scanner(text: &str) -> Scanner<'_> {
    let strict = ScannerOptions {
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    Scanner::new(text, &strict)
}

#[cfg(test)]
mod tests {
    use super::{JsonToken, JsonTokens};

    /// The tokens of a string as they stand in it, until the end or what is no JSON.
    fn places(text: &str) -> Vec<&str> {
        let mut tokens = JsonTokens::new(text);
        std::iter::from_fn(|| tokens.next().map(|_| tokens.span().of(text))).collect()
    }

    #[test]
    fn tokens_have_their_places() {
        let text = "\u{a0}{ \"é\" :\t[\"a\\\"b\",-1.5e3 ,true]\r\n}\u{a0}";
        assert_eq!(places(text), ["{", "\"é\"", ":", "[", "\"a\\\"b\"", ",", "-1.5e3", ",", "true", "]", "}"]);
        let mut tokens = JsonTokens::new(text);
        while tokens.next().is_some() {}
        assert!(tokens.is_at_end());
    }

    #[test]
    fn escapes_are_resolved() {
        let mut tokens = JsonTokens::new(r#""a\né😀""#);
        assert_eq!(tokens.next(), Some(JsonToken::Text("a\né😀".into())));
        assert!(tokens.is_at_end());
    }

    #[test]
    fn what_is_no_json_is_no_token() {
        for text in ["'a'", "\"a", "\"a\\\"", "\"\\x41\"", "// a", "/* a */", "word", "+1", "0x1", ".5", "NaN"] {
            assert_eq!(JsonTokens::new(text).next(), None, "{text}");
        }
    }
}
