//! Reads YAML and JSON into one tree in which every key, value and scalar has its place in the file.
//!
//! Scalars stay strings. What `2012-10-17`, `0123` or `on` stands for depends on the member that they are given to, so it
//! is decided there. The size of a file, the number of its values and their depth are bounded; aliases count as often as
//! they are used.

mod error;
mod json;
mod limits;
mod node;
mod offset;
mod span;
mod to_json;
mod tokens;
mod yaml;

pub use error::ReadError;
pub(crate) use limits::{MAX_BYTES, MAX_NODES};
pub(crate) use node::{NodeContent, NodeReference, ScalarForm, SourceNode};
pub(crate) use offset::place_in_scalar;
pub(crate) use span::PackedSpan;
pub use span::SourceSpan;

/// From how many entries on a map is looked up by an index.
pub(crate) const MANY: usize = 16;

/// Reads a file. A document that begins with a bracket is JSON if it can be read as JSON, and YAML otherwise.
///
/// # Errors
///
/// Text that is neither, and text that is larger, longer or deeper than any definition.
pub(crate) fn read(text: &str) -> Result<SourceNode<'_>, ReadError> {
    if text.len() > limits::MAX_BYTES {
        let limit = limits::MAX_BYTES >> 20;
        return Err(ReadError::new(SourceSpan::default(), format!("the file has more than {limit} MB; split it")));
    }

    if text.trim_start().starts_with(['{', '[']) {
        // YAML has brackets too, so a document that is not JSON can still be one.
        return json::read(text).or_else(|error| yaml::read(text).map_err(|_| error));
    }
    yaml::read(text)
}
