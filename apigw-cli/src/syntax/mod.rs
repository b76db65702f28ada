//! The words of a command line, and what they mean.

pub(crate) mod alias;
pub(crate) mod catalog;
pub(crate) mod globals;
pub(crate) mod operation;
pub(crate) mod quirks;
