//! The paths of patch operations.
//!
//! Source: RFC 6901; API Gateway API Reference, "Patch operations".

use std::fmt;

use super::error::FormatError;

/// A patch path: segments, each after a slash, with `~1` for a slash and `~0` for a tilde within a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonPointer<'a> {
    segments: Vec<&'a str>,
}

/// Reads a patch path.
///
/// # Errors
/// A string that does not begin with a slash. Recorded answers to it: "Invalid patch path …". A tilde followed by anything
/// but `0` and `1` passes and stands for itself.
pub(crate) fn parse(text: &str) -> Result<JsonPointer<'_>, FormatError> {
    let Some(rest) = text.strip_prefix('/') else {
        return Err(FormatError::new(0, format!("a patch path begins with a slash; write `/{text}`")));
    };
    Ok(JsonPointer { segments: rest.split('/').collect() })
}

impl fmt::Display for JsonPointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| write!(f, "/{segment}"))
    }
}
