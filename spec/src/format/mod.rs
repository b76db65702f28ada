//! The grammars of the texts that API Gateway reads: URLs, ARNs, mapping expressions, templates, patch paths, names.
//!
//! Each grammar is a parser in a file of its own, with a typed result that borrows from the text, prints it back
//! exactly, and says at which byte it went wrong. A text is refused only where the service is known to refuse it or its
//! documentation leaves no room; whatever it may accept, passes.
//!
//! [`Format`] is the closed list of the grammars and of the predicates made from them, by the names that rules use.

use std::borrow::Cow;
use std::fmt;

pub mod arn;
pub mod authorizer;
pub mod content_type;
pub mod http_url;
pub mod integration_uri;
pub mod java_regex;
pub mod json_pointer;
mod list;
pub mod mapping;
pub mod names;
mod partition;
pub mod placeholder;
pub mod resource_path_part;
pub mod role_arn;
mod stack;
pub mod status_code;
mod structured;
pub mod velocity;

pub use list::Format;

/// Why a text does not have a format, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// The byte offset of the problem: on a character boundary of the text, and at most its length.
    pub offset: usize,
    /// What is wrong and what to do, in lower case, without a full stop.
    pub message: Cow<'static, str>,
    /// The whole text as it was most likely meant, if that is known.
    pub replacement: Option<String>,
}

impl FormatError {
    /// The problem `message` at byte `offset` of the text.
    pub fn new(offset: usize, message: impl Into<Cow<'static, str>>) -> Self {
        Self { offset, message: message.into(), replacement: None }
    }

    /// The same problem of a text that was most likely meant to be `replacement`.
    #[must_use]
    pub fn with_replacement(self, replacement: String) -> Self {
        Self { replacement: Some(replacement), ..self }
    }

    /// The same problem in a text in which the parsed one begins at byte `start`.
    #[must_use]
    pub fn shifted(self, start: usize) -> Self {
        // What replaces the part does not replace the whole.
        let replacement = self.replacement.filter(|_| start == 0);
        Self { offset: self.offset.saturating_add(start), message: self.message, replacement }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormatError {}

/// What a predicate answers: nothing, or why not.
pub(crate) type Checked = Result<(), FormatError>;

/// The part of `text` from byte `from` to the end; empty where there is no such part.
pub(crate) fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or("")
}

/// The part of `text` before byte `to`; the whole where there is no such part.
pub(crate) fn head(text: &str, to: usize) -> &str {
    text.get(..to).unwrap_or(text)
}

/// What is before and after the first `separator`, which is an ASCII character. The same as `str::split_once`, several
/// times as fast for the short texts that are judged by the hundred.
pub(crate) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The first byte at which `text` departs from `expected`, on a character boundary of `text`.
pub(crate) fn departs(text: &str, expected: &str) -> usize {
    text.char_indices()
        .zip(expected.chars())
        .find(|((_, a), b)| a != b)
        .map_or_else(|| text.len().min(expected.len()), |((at, _), _)| at)
}

/// The first character of `text` that `allowed` does not hold for, and its offset.
pub(crate) fn first_other(text: &str, allowed: impl Fn(char) -> bool) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, c)| !allowed(c))
}
