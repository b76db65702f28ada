//! The values of a template, as Java has them: what they are, how they print, compare and count, and their methods.
//!
//! May import: nothing of the package outside this folder.

pub(crate) mod arithmetic;
pub(crate) mod decimal;
pub(crate) mod display;
mod double;
pub(crate) mod entries;
pub(crate) mod equality;
pub(crate) mod failure;
mod format;
pub(crate) mod methods;
pub(crate) mod number;
mod pattern;
pub(crate) mod regex;
pub(crate) mod shared_text;
pub(crate) mod value;
