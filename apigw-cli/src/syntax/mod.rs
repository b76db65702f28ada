//! The words of a command line and what they mean. Only `failure` and the text package may be imported here.

pub(crate) mod alias;
pub(crate) mod catalog;
pub(crate) mod choices;
pub(crate) mod command;
pub(crate) mod extra_args;
pub(crate) mod extra_command;
pub(crate) mod extra_commands;
pub(crate) mod extra_parser;
pub(crate) mod globals;
mod local_forms;
pub(crate) mod operation;
pub(crate) mod paging;
mod parsed_words;
pub(crate) mod quirks;
pub(crate) mod raw;
pub(crate) mod spec_forms;
pub(crate) mod suggest;
