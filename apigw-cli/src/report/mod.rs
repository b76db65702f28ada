//! Reports failures on standard error, with hints. May import all but `dispatch` and `commands`.

pub(crate) mod hints;
pub(crate) mod stderr;
