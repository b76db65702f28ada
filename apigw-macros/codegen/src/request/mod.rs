//! `request!`: an operation's input as a literal, judged as far as it can be seen.

mod allow;
mod expand;
pub(crate) mod given;
mod judge;
pub(crate) mod naming;
pub(crate) mod syntax;

pub(crate) use allow::Allow;
pub(crate) use expand::{Finish, load, request, setters};
pub(crate) use judge::judge;
