//! What a command line asks for, done.

use super::{call, extra, offline};
use crate::failure::Failure;
use crate::help;
use crate::syntax::command::Command;
use crate::syntax::globals::Globals;

/// Runs a command.
pub(crate) fn run(command: Command, globals: &Globals) -> Result<(), Failure> {
    match command {
        Command::Help(topic) => {
            help::show(&help::page_on(topic), globals);
            Ok(())
        }
        Command::Operation(args) => match args.offline.as_ref().and_then(|offline| offline.case.as_ref()) {
            Some(case) => offline::run_case(case, &args, globals),
            None => call::run(*args, globals),
        },
        Command::Extra(command, words) => extra::run(command, &words, globals),
    }
}
