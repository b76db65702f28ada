//! Words of a command line sorted into options and positionals, by the rules of Python's `argparse`.
//!
//! A stage keeps the words that it does not know, in order, for the next stage.

mod sort;
#[cfg(test)]
mod tests;
mod usage_error;

pub use sort::{Check, Flag, Found, Positional, Takes, check_choice, sort, sort_checked, sort_partial};
pub use usage_error::{UsageError, UsageErrorKind};
