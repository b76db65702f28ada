//! The command line, read in three stages like the AWS CLI's: global options and the service, the operation, and the
//! operation's options. Each stage keeps the words it does not know for the next one.

use apigw_cli_text::argparse::{Flag, Positional, UsageError, check_choice, sort_checked};
use apigw_spec::Operation;

use crate::commands::{self, OwnCommand};
use crate::failure::Failure;
use crate::syntax::{globals, operation};

/// The name under which the AWS CLI has the service.
pub(crate) const SERVICE: &str = "apigateway";

/// The command that shows help.
pub(crate) const HELP: &str = "help";

/// Whether a command is none of the service's operations.
pub(crate) fn is_own(command: &str) -> bool {
    command == HELP || commands::named(command).is_some()
}

/// What a command line asks for, apart from global options.
#[derive(Debug, Clone)]
pub(crate) enum Command {
    /// To read about the command.
    Help,
    /// An operation.
    Operation(operation::Request, &'static Operation),
    /// One of this command's own, with the words after it.
    Own(&'static OwnCommand, Vec<String>),
}

/// The operations with the names that the command line has for them.
pub(crate) fn operations() -> Vec<(String, &'static Operation)> {
    apigw_model::OPERATIONS.iter().map(|operation| (name(operation), *operation)).collect()
}

/// The name of an operation on the command line.
pub(crate) fn name(operation: &Operation) -> String {
    apigw_spec::case::separated(operation.name, '-')
}

/// The operation that has a name on the command line.
pub(crate) fn find(name: &str) -> Option<&'static Operation> {
    // The name on the command line is only made for one that has the same letters.
    let has_letters = |operation: &&&Operation| {
        let letters = name.bytes().filter(|byte| *byte != b'-');
        letters.eq(operation.name.bytes().map(|byte| byte.to_ascii_lowercase()))
    };
    let mut operations = apigw_model::OPERATIONS.iter().filter(has_letters);
    operations.find(|operation| self::name(operation) == name).copied()
}

/// The option that was meant by the name of one that neither an operation nor the command has: the nearest of both, with
/// or without those that the AWS CLI does not have.
pub(crate) fn meant_option(operation: &'static Operation, name: &str, has_own: bool) -> Option<String> {
    let globals = globals::described().map(|option| option.name).filter(|name| has_own || !globals::is_own(name));
    let options = operation::option_names(operation);
    let all: Vec<&str> = options.iter().map(String::as_str).chain(globals).collect();
    // The start of a name can stand for it.
    let is_known = all.iter().any(|known| known.starts_with(name));
    if is_known { None } else { apigw_spec::suggest::nearest(name, all).map(str::to_owned) }
}

/// Fails if a word is no command.
pub(crate) fn check(command: &str) -> Result<(), UsageError> {
    if command == SERVICE || is_own(command) || find(command).is_some() {
        return Ok(());
    }
    let operations = operations();
    let names = operations.iter().map(|(name, _)| name.as_str());
    let own = commands::COMMANDS.iter().map(|own| own.name);
    check_choice("command", command, names.chain([HELP]).chain(own).chain([SERVICE]))
}

/// Fails if a word is no operation.
pub(crate) fn check_operation(word: &str) -> Result<(), UsageError> {
    if find(word).is_some() {
        return Ok(());
    }
    let operations = operations();
    check_choice("operation", word, operations.iter().map(|(name, _)| name.as_str()).chain([HELP]))
}

/// Runs the stages after the first, which has found that there is such a command.
pub(crate) fn read(command: &str, words: Vec<String>) -> Result<Command, Failure> {
    if command == SERVICE {
        return service(&words);
    }
    if let Some(operation) = find(command) {
        return Ok(Command::Operation(operation::read(operation, &words)?, operation));
    }
    Ok(match commands::named(command) {
        Some(own) => Command::Own(own, words),
        None => help_on(&words),
    })
}

/// The help that is asked for by what stands after the word, which may be a command.
fn help_on(words: &[String]) -> Command {
    let asked = words.iter().find(|word| *word != SERVICE).map(String::as_str).unwrap_or_default();
    match (find(asked), commands::named(asked)) {
        (Some(operation), _) => Command::Operation(operation::Request::Help, operation),
        (None, Some(own)) => Command::Own(own, vec![HELP.to_owned()]),
        (None, None) => Command::Help,
    }
}

/// Runs the second stage, which knows no options.
fn service(words: &[String]) -> Result<Command, Failure> {
    let flags: [Flag<()>; 0] = [];
    let operation = Positional { name: "operation", is_required: true };
    let found = sort_checked(&flags, &[operation], words, check_operation)?;
    let chosen = found.positionals.into_iter().next().flatten().unwrap_or_default();
    match find(&chosen) {
        Some(operation) => Ok(Command::Operation(operation::read(operation, &found.rest)?, operation)),
        None => Ok(Command::Help),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Command, name, read};
    use crate::syntax::operation::{Given, Request};
    use crate::syntax::{globals, operation};

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_service_may_be_left_out() {
        for line in [
            "apigateway put-integration --type MOCK",
            "put-integration --type MOCK",
            "--debug put-integration --type MOCK",
        ] {
            let line = format!("{line} --rest-api-id a --resource-id b --http-method GET --region us-east-1");
            let (globals, command, rest) = globals::read(&words(&line)).expect("globals");
            assert_eq!(globals.region.as_deref(), Some("us-east-1"));
            let Ok(Command::Operation(Request::Call(call), _)) = read(&command.unwrap_or_default(), rest) else {
                panic!("{line}")
            };
            let members: Vec<_> = call.members.iter().map(|(member, _)| member.name).collect();
            assert_eq!(members, ["restApiId", "resourceId", "httpMethod", "type"]);
        }
    }

    #[test]
    fn help_can_be_asked_for_by_name() {
        let told = |line: &str| match read("help", words(line)) {
            Ok(Command::Operation(Request::Help, operation)) => operation.name,
            Ok(Command::Own(own, words)) if words == ["help"] => own.name,
            Ok(Command::Help) => "",
            other => panic!("{line}: {other:?}"),
        };
        let all = ["put-integration", "apigateway put-integration", "lint-script", "", "nothing"].map(told);
        assert_eq!(all, ["PutIntegration", "PutIntegration", "lint-script", "", ""]);
    }

    #[test]
    fn the_last_flag_counts() {
        let operation = apigw_model::OPERATIONS.iter().find(|found| found.name == "CreateApiKey").expect("known");
        let Ok(Request::Call(call)) = operation::read(operation, &words("--enabled --no-enabled --name a --name b"))
        else {
            panic!("a call")
        };
        let given: Vec<_> = call.members.iter().map(|(_, given)| given.clone()).collect();
        assert_eq!(given, [Given::Word("b".to_owned()), Given::Flag(false)]);
    }

    #[test]
    fn every_operation_has_options_of_its_own() {
        for found in apigw_model::OPERATIONS {
            let mut names = operation::option_names(found);
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{}", name(found));
            assert!(
                names.iter().all(|option| globals::described().all(|global| global.name != *option)),
                "{}",
                name(found)
            );
        }
    }

    proptest! {
        #[test]
        fn no_words_are_too_strange(
            command in prop::sample::select(vec!["put-integration", "get-export", "get-rest-apis", "spec", "apigateway"]),
            words in prop::collection::vec("(--?(rest|cli|in|out|no-)?[a-z=-]{0,8}|[a-z=\\[{é ]{0,6})", 0..10),
        ) {
            let words: Vec<String> = std::iter::once(command.to_owned()).chain(words).collect();
            if let Ok((_, Some(command), rest)) = globals::read(&words) {
                let _ = read(&command, rest);
            }
        }
    }
}
