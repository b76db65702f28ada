//! The command line, read in three stages like the AWS CLI's: global options and the service, the operation, and the
//! operation's options. Each stage keeps the words it does not know for the next one.

pub(crate) mod global;
pub(crate) mod operation;
pub(crate) mod quirks;
pub(crate) mod words;

use apigw_spec::Operation;

use crate::failure::Failure;
use words::{Flag, Positional, check_choice, sort};

/// The name under which the AWS CLI has the service.
const SERVICE: &str = "apigateway";

/// Commands that are not operations.
const OWN_COMMANDS: &[&str] = &["help", "spec", "explain", "rules", "schema"];

/// What a command line asks for, apart from global options.
#[derive(Debug, Clone)]
pub(crate) enum Command {
    /// To read about the command.
    Help,
    /// An operation.
    Operation(operation::Request, &'static Operation),
    /// One of this command's own, with the words after it.
    Own(&'static str, Vec<String>),
}

/// The operations with the names that the command line has for them.
pub(crate) fn operations() -> Vec<(String, &'static Operation)> {
    apigw_model::OPERATIONS.iter().map(|operation| (name(operation), *operation)).collect()
}

/// The name of an operation on the command line.
pub(crate) fn name(operation: &Operation) -> String {
    apigw_spec::case::separated(operation.name, '-')
}

/// Runs the stages after the first.
pub(crate) fn read(command: &str, words: Vec<String>) -> Result<Command, Failure> {
    if command == SERVICE {
        return service(&words);
    }
    if let Some(own) = OWN_COMMANDS.iter().find(|own| **own == command) {
        return Ok(if *own == "help" { Command::Help } else { Command::Own(own, words) });
    }
    let operations = operations();
    if let Some((_, operation)) = operations.iter().find(|(name, _)| name == command) {
        return Ok(Command::Operation(operation::read(operation, &words)?, operation));
    }
    let names = operations.iter().map(|(name, _)| name.as_str());
    check_choice("command", command, names.chain(OWN_COMMANDS.iter().copied()).chain([SERVICE]))?;
    Ok(Command::Help)
}

/// Runs the second stage, which knows no options.
fn service(words: &[String]) -> Result<Command, Failure> {
    let flags: [Flag<()>; 0] = [];
    let found = sort(&flags, &[Positional { name: "operation", is_required: true }], words)?;
    let chosen = found.positionals.into_iter().next().flatten().unwrap_or_default();
    let operations = operations();
    if let Some((_, operation)) = operations.iter().find(|(name, _)| *name == chosen) {
        return Ok(Command::Operation(operation::read(operation, &found.rest)?, operation));
    }
    check_choice("operation", &chosen, operations.iter().map(|(name, _)| name.as_str()).chain(["help"]))?;
    Ok(Command::Help)
}
