//! Why a file cannot be read.

use super::span::SourceSpan;

/// Why a file cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadError {
    /// Where reading stopped.
    pub span: SourceSpan,
    /// What is wrong and what to do, in lower case, without a full stop.
    pub message: String,
}

impl ReadError {
    pub(crate) fn new(span: SourceSpan, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}
