//! Completion of command lines. What stands right of `complete` in the order of the package may be imported here.
//!
//! ```text
//! script ─► protocol ─► candidates ─► cursor (what stands before it)
//!                           ▼
//!        values, shorthand, files, extra_command
//! ```
//!
//! Completion does not use the network and never fails.

mod candidate;
mod candidates;
mod cursor;
mod extra_command;
mod files;
mod line;
mod protocol;
mod shorthand;
mod values;

#[cfg(test)]
mod tests;

pub(crate) use protocol::answers;
