//! Why a path gives nothing.

/// Why a path gives nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathError {
    /// There is nothing at the path, or it is no path: the value is null.
    Nothing,
    /// Comparing fails in Java with an exception that is not caught.
    Thrown(String),
}
