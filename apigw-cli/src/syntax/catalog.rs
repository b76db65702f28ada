//! The names of the commands: operations of the service, and the commands that the AWS CLI does not have.

use apigw_cli_text::argparse::{UsageError, check_choice};
use apigw_spec::Operation;

use super::extra_commands::{EXTRA_COMMANDS, named};

/// The name of the service in the AWS CLI.
pub(crate) const SERVICE: &str = "apigateway";

/// The command that shows help.
pub(crate) const HELP: &str = "help";

/// Whether a command is help or one that the AWS CLI does not have.
pub(crate) fn is_extra(command: &str) -> bool {
    command == HELP || named(command).is_some()
}

/// The operations with their names on the command line.
pub(crate) fn operations() -> Vec<(String, &'static Operation)> {
    apigw_model::OPERATIONS.iter().map(|operation| (name(operation), *operation)).collect()
}

/// The name of an operation on the command line.
pub(crate) fn name(operation: &Operation) -> String {
    apigw_spec::case::separated(operation.name, '-')
}

/// The operation with a name on the command line.
pub(crate) fn find(name: &str) -> Option<&'static Operation> {
    // The command line name is built only for an operation with the same letters.
    let has_letters = |operation: &&&Operation| {
        let letters = name.bytes().filter(|byte| *byte != b'-');
        letters.eq(operation.name.bytes().map(|byte| byte.to_ascii_lowercase()))
    };
    let mut operations = apigw_model::OPERATIONS.iter().filter(has_letters);
    operations.find(|operation| self::name(operation) == name).copied()
}

/// Fails if a word is not a command.
pub(crate) fn check(command: &str) -> Result<(), UsageError> {
    if command == SERVICE || is_extra(command) || find(command).is_some() {
        return Ok(());
    }
    let operations = operations();
    let names = operations.iter().map(|(name, _)| name.as_str());
    let extra = EXTRA_COMMANDS.iter().map(|extra| extra.name);
    check_choice("command", command, names.chain([HELP]).chain(extra).chain([SERVICE]))
}

/// Fails if a word is not an operation.
pub(crate) fn check_operation(word: &str) -> Result<(), UsageError> {
    if find(word).is_some() {
        return Ok(());
    }
    let operations = operations();
    check_choice("operation", word, operations.iter().map(|(name, _)| name.as_str()).chain([HELP]))
}
