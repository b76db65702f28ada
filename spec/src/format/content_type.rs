//! The media types that key models and templates.

use std::fmt;

use super::error::FormatError;
use super::text::cut;

/// A key of a map of models or templates.
///
/// Source: recorded answer "Invalid content type specified: 123"; API Reference and CloudFormation reference for
/// `$default`, the model of every content type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentType<'a> {
    /// `$default`: whatever the content type.
    Default,
    /// A media type.
    Media {
        /// What stands before the first slash.
        kind: &'a str,
        /// What stands after it, parameters included.
        subtype: &'a str,
    },
}

/// Reads a content type. Only the slash is looked for: the service accepts any string around it.
///
/// # Errors
/// A string without a slash, other than `$default`.
pub(crate) fn parse(text: &str) -> Result<ContentType<'_>, FormatError> {
    if text == "$default" {
        return Ok(ContentType::Default);
    }
    match cut(text, b'/') {
        Some((kind, subtype)) => Ok(ContentType::Media { kind, subtype }),
        None => Err(FormatError::new(
            text.len(),
            format!("`{text}` is not a content type; write one with a slash, such as `application/json`"),
        )),
    }
}

impl fmt::Display for ContentType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("$default"),
            Self::Media { kind, subtype } => write!(f, "{kind}/{subtype}"),
        }
    }
}
