//! The status codes of responses.

use std::fmt;

use super::error::FormatError;

/// A status code from 100 to 599.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StatusCode(u16);

/// The status code of the part of an API that documentation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocumentedStatusCode<'a> {
    /// One status code.
    Code(StatusCode),
    /// `*`: every status code.
    Any,
    /// White space or nothing: none.
    Blank(&'a str),
}

/// Reads a status code.
///
/// # Errors
/// What does not match `[1-5]\d\d`, the pattern of the service model. Recorded answer: "Member must satisfy regular
/// expression pattern: [1-5]\d\d".
pub(crate) fn parse(text: &str) -> Result<StatusCode, FormatError> {
    let bytes = text.as_bytes();
    let code = text.parse().ok().filter(|_| bytes.len() == 3 && bytes.iter().all(u8::is_ascii_digit));
    match code {
        Some(code @ 100..=599) => Ok(StatusCode(code)),
        _ => Err(FormatError::new(
            wrong_at(text),
            format!("`{text}` is not a status code; write three digits from 100 to 599"),
        )),
    }
}

/// Reads the status code of a documentation part's location.
///
/// # Errors
/// What does not match `([1-5]\d\d|\*|\s*)`, the pattern of the service model.
pub(crate) fn parse_documented(text: &str) -> Result<DocumentedStatusCode<'_>, FormatError> {
    if text == "*" {
        return Ok(DocumentedStatusCode::Any);
    }
    if text.chars().all(char::is_whitespace) {
        return Ok(DocumentedStatusCode::Blank(text));
    }
    parse(text).map(DocumentedStatusCode::Code).map_err(|error| {
        let message = format!("`{text}` is not a status code; write three digits from 100 to 599, or `*` for all");
        FormatError::new(error.offset, message)
    })
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DocumentedStatusCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Any => f.write_str("*"),
            Self::Blank(blank) => f.write_str(blank),
        }
    }
}

fn wrong_at(text: &str) -> usize {
    let fits = |(place, c): (usize, char)| match place {
        0 => matches!(c, '1'..='5'),
        1 | 2 => c.is_ascii_digit(),
        _ => false,
    };
    let wrong = text.char_indices().enumerate().find(|&(place, (_, c))| !fits((place, c)));
    wrong.map_or(text.len(), |(_, (at, _))| at)
}
