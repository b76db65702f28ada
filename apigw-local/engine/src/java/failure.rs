//! Why a method, or the printing of a value, failed.

/// What an operation gives, unless it fails.
pub(crate) type Fallible<T> = Result<T, JavaFailure>;

/// What Java would throw, or a limit that was hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JavaFailure {
    /// An exception.
    Thrown(String),
    /// Something is nested too deeply.
    Depth,
    /// More text or more elements than a payload may have.
    Size,
    /// More work than the time of a call allows.
    Steps,
}

impl JavaFailure {
    /// An exception with a message.
    pub(crate) fn thrown(message: impl Into<String>) -> Self {
        Self::Thrown(message.into())
    }
}
