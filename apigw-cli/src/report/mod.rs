//! Failures on standard error: their text, and hints of what may help.

pub(crate) mod hints;
pub(crate) mod stderr;
