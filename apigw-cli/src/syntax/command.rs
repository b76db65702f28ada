//! The command line, parsed in three stages like the AWS CLI's: global options and the service, the operation, and the
//! operation's options. Each stage passes the words that it does not know to the next one.

use apigw_cli_text::argparse::{Flag, Positional, sort_checked};
use apigw_cli_text::word::Word;
use apigw_spec::Operation;

use super::catalog::{HELP, SERVICE, check_operation, find};
use super::extra_command::ExtraCommand;
use super::extra_commands::named;
use super::operation::{self, OperationArgs, ParsedOperation};
use crate::failure::Failure;

/// What a command line asks for, apart from global options.
#[derive(Debug, Clone)]
pub(crate) enum Command {
    /// To read a page of help.
    Help(Topic),
    /// To call an operation, or to see what a call would be.
    Operation(Box<OperationArgs>),
    /// To run a command that the AWS CLI does not have, with the words after its name.
    Extra(&'static ExtraCommand, Vec<Word>),
}

/// What a page of help is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Topic {
    /// The whole command.
    Overview,
    /// An operation.
    Operation(&'static Operation),
    /// A command that the AWS CLI does not have.
    Extra(&'static ExtraCommand),
}

impl Topic {
    /// What a word is the name of.
    pub(crate) fn named(word: &str) -> Option<Self> {
        find(word).map(Self::Operation).or_else(|| named(word).map(Self::Extra))
    }
}

/// Runs the second and third stage for a command that the first stage has found to exist.
pub(crate) fn read(command: &str, words: Vec<Word>) -> Result<Command, Failure> {
    if command == SERVICE {
        return read_service(&words);
    }
    if let Some(operation) = find(command) {
        return read_operation(operation, &words);
    }
    Ok(match named(command) {
        Some(extra) if matches!(words.as_slice(), [only] if *only == HELP) => Command::Help(Topic::Extra(extra)),
        Some(extra) => Command::Extra(extra, words),
        None => help_on(&words),
    })
}

/// The help that the words after `help` ask for.
fn help_on(words: &[Word]) -> Command {
    let asked = words.iter().filter_map(Word::text).find(|word| *word != SERVICE);
    Command::Help(asked.and_then(Topic::named).unwrap_or(Topic::Overview))
}

/// Runs the second stage, which knows no options.
fn read_service(words: &[Word]) -> Result<Command, Failure> {
    let flags: [Flag<()>; 0] = [];
    let operation = Positional { name: "operation", is_required: true };
    let found = sort_checked(&flags, &[operation], words, check_operation)?;

    let chosen = found.positionals.first().and_then(|word| word.as_ref()?.text());
    match chosen.and_then(find) {
        Some(operation) => read_operation(operation, &found.rest),
        None => Ok(Command::Help(Topic::Overview)),
    }
}

/// Runs the third stage.
fn read_operation(operation: &'static Operation, words: &[Word]) -> Result<Command, Failure> {
    Ok(match operation::read(operation, words)? {
        ParsedOperation::Help => Command::Help(Topic::Operation(operation)),
        ParsedOperation::Args(args) => Command::Operation(args),
    })
}

#[cfg(test)]
mod tests {
    use apigw_cli_text::word::Word;
    use proptest::prelude::*;

    use super::{Command, Topic, read};
    use crate::syntax::catalog::name;
    use crate::syntax::globals::GlobalReading;
    use crate::syntax::operation::ParsedOperation;
    use crate::syntax::raw::RawValue;
    use crate::syntax::{globals, operation};

    fn words(line: &str) -> Vec<Word> {
        line.split(' ').map(Word::from).collect()
    }

    #[test]
    fn the_service_may_be_left_out() {
        for line in [
            "apigateway put-integration --type MOCK",
            "put-integration --type MOCK",
            "--debug put-integration --type MOCK",
        ] {
            let line = format!("{line} --rest-api-id a --resource-id b --http-method GET --region us-east-1");
            let GlobalReading { globals, command, rest, .. } = globals::read(&words(&line)).expect("globals");
            assert_eq!(globals.region.as_deref(), Some("us-east-1"));
            let Ok(Command::Operation(args)) = read(&command, rest) else { panic!("{line}") };
            let members: Vec<_> = args.members.iter().map(|(member, _)| member.name).collect();
            assert_eq!(members, ["restApiId", "resourceId", "httpMethod", "type"]);
        }
    }

    #[test]
    fn help_can_be_asked_for_by_name() {
        let topic = |line: &str| match read("help", words(line)) {
            Ok(Command::Help(Topic::Operation(operation))) => operation.name,
            Ok(Command::Help(Topic::Extra(extra))) => extra.name,
            Ok(Command::Help(Topic::Overview)) => "",
            other => panic!("{line}: {other:?}"),
        };
        let all = ["put-integration", "apigateway put-integration", "lint-script", "", "nothing"].map(topic);
        assert_eq!(all, ["PutIntegration", "PutIntegration", "lint-script", "", ""]);
    }

    #[test]
    fn page_sizes_are_numbers() {
        for size in ["\u{fdd0}", "1\u{fdd0}", "x"] {
            assert!(read("get-rest-apis", words(&format!("--page-size {size}"))).is_err(), "{size}");
        }
    }

    #[test]
    fn the_last_flag_counts() {
        let operation = apigw_model::OPERATIONS.iter().find(|found| found.name == "CreateApiKey").expect("known");
        let Ok(ParsedOperation::Args(args)) =
            operation::read(operation, &words("--enabled --no-enabled --name a --name b"))
        else {
            panic!("a call")
        };
        let given: Vec<_> = args.members.iter().map(|(_, given)| given.clone()).collect();
        assert_eq!(given, [RawValue::Word(Word::from("b")), RawValue::Flag(false)]);
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
            let words: Vec<Word> = std::iter::once(command.to_owned()).chain(words).map(Word::from).collect();
            if let Ok(GlobalReading { command, rest, .. }) = globals::read(&words) {
                let _ = read(&command, rest);
            }
        }
    }
}
