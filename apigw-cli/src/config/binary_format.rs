//! How the text of blobs is meant.

/// How the text of a blob is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BinaryFormat {
    /// As base64.
    Base64,
    /// As the bytes themselves.
    Raw,
}
