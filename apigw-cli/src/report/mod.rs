//! Reports failures on standard error, with hints. May import all but `dispatch` and `commands`.

pub(crate) mod hints;
mod requoted;
pub(crate) mod stderr;
