//! JSONPath, as Jayway's library has it: API Gateway's own dialect, which is not that of RFC 9535.
//!
//! A path that can only lead to one place gives the value there, or fails; any other gives a list, which may be empty.
//!
//! May import: `java`.

mod compare;
mod compile;
mod error;
mod evaluate;
mod filter;
mod path;
mod plain;
mod read;

pub(crate) use error::PathError;
pub(crate) use plain::{PlainStep, PlainSteps};
pub(crate) use read::read;
