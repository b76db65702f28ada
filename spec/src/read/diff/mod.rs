//! What changed between two generations of a specification, and which callers the change breaks.
//!
//! [`diff()`] pairs the shapes that stand in the same place, compares them, and gathers [`Change`]s in a [`Diff`]. The
//! files here use the tables of the crate ([`shape`](crate::shape), [`operation`](crate::operation),
//! [`rule`](crate::rule), [`spec`](crate::spec)) and nothing of the reader.

mod change;
mod compare;
mod handling;
mod pairs;
mod structures;
mod verdict;

pub use change::{Action, Breaks, Change, Side, Subject};
pub use compare::diff;
pub use verdict::Diff;
