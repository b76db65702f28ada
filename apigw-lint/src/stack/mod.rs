//! What a stack of resources defines: the requests that make them, and the APIs that these requests make together.
//!
//! ```text
//! resources (any format) ─► requests, by the table of the format ─► APIs, put together as the rules take them apart
//! ```
//!
//! The tables of formats say which resource becomes which request. `data/whole.json` says what of an API no request has.

mod body;
mod identity;
mod names;
mod object;
mod path;
mod request;
mod table;
mod whole;

pub(crate) use identity::{Stack, StackResource};
pub(crate) use names::StackNaming;
pub(crate) use table::{ResourceTable, WrittenProperty};
