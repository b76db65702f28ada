//! JSON, as json-smart reads it in its permissive mode, which is what API Gateway's answers agree with.
//!
//! Bare words and single quotes are strings, commas may be missing or too many, and what follows the value is ignored.
//!
//! May import: `java`.

mod document;
mod read;

pub(crate) use document::{DocumentPart, JsonDocument};
pub(crate) use read::read;
