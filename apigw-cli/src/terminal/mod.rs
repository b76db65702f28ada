//! The terminal: what is printed on it and typed into it. May import: `input`, `config`, `syntax`, `failure`.

#[cfg(feature = "fetched-credentials")]
pub(crate) mod hidden_line;
pub(crate) mod interrupt;
#[cfg(feature = "fetched-credentials")]
pub(crate) mod mfa;
pub(crate) mod pager;
pub(crate) mod printer;
pub(crate) mod progress;
pub(crate) mod replace;
pub(crate) mod runtime;
pub(crate) mod shell;
pub(crate) mod stdout;
