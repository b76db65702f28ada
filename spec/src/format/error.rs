//! Why a string does not have a format, and where.

use std::borrow::Cow;
use std::fmt;

/// Why a string does not have a format, and where.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
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

    /// The same problem of a string that was most likely meant to be `replacement`.
    #[must_use]
    pub(crate) fn with_replacement(self, replacement: String) -> Self {
        Self { replacement: Some(replacement), ..self }
    }

    /// The same problem in a string in which the parsed one begins at byte `start`.
    #[must_use]
    pub(crate) fn shifted(self, start: usize) -> Self {
        // What replaces the part does not replace the whole.
        let replacement = self.replacement.filter(|_| start == 0);
        Self { offset: self.offset.saturating_add(start), message: self.message, replacement }
    }
}

impl fmt::Debug for FormatError {
    /// Prints the replacement without its text, which may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let replacement = self.replacement.as_ref().map(|_| format_args!("…"));
        let mut printer = f.debug_struct("FormatError");
        printer.field("offset", &self.offset).field("message", &self.message);
        printer.field("replacement", &replacement).finish()
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormatError {}

/// What a predicate answers: nothing, or why not.
pub(crate) type FormatResult = Result<(), FormatError>;
