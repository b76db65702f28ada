//! Hints that follow a failure: lines for people, in addition to the messages of the AWS CLI.

use apigw_client::Environment;
use apigw_spec::Operation;

use crate::check::{lost_quotes, rules_index};
use crate::failure::{Failure, ServiceError};
use crate::syntax::catalog;
use crate::syntax::suggest::meant_option;
use crate::terminal::shell;

/// The hints for a failure of a command line.
pub(crate) fn of(failure: &Failure, words: &[String]) -> String {
    match failure {
        Failure::Service(error) => preventing(error),
        Failure::UnknownOptions(_) => meant_options(words) + &with_quotes(words),
        Failure::Usage(_) => meant_options(words),
        Failure::OptionValue { .. } => with_quotes(words),
        _ => String::new(),
    }
}

/// How to quote the JSON that lost its quotes to the shell, if there is any.
fn with_quotes(words: &[String]) -> String {
    let Some(restored) = operation(words).and_then(|operation| lost_quotes::restored(words, operation)) else {
        return String::new();
    };
    let shell = shell::detect(&Environment::process());
    let line = shell.line(&restored);
    format!("apigw: help: the JSON came without its quotes; in {}: {line}\n", shell.name())
}

/// One line for each rule that would have prevented an error of AWS.
fn preventing(error: &ServiceError) -> String {
    let entries = rules_index::entries().into_iter();
    let known = entries.filter(|entry| entry.operations.contains(&error.operation) && entry.prevents(&error.message));
    let lines = known.map(|entry| {
        let fix = entry.fix.map(|fix| format!("; {fix}")).unwrap_or_default();
        format!("apigw: help[{}]: {}{fix}\n", entry.id, entry.reason)
    });
    lines.collect()
}

/// Suggestions for unknown options.
fn meant_options(words: &[String]) -> String {
    let Some(operation) = operation(words) else { return String::new() };
    let names = words.iter().take_while(|word| *word != "--").filter(|word| word.starts_with("--"));
    let names = names.map(|word| word.split_once('=').map_or(word.as_str(), |(name, _)| name));
    let lines = names.filter_map(|name| {
        let meant = meant_option(operation, name, true)?;
        Some(format!("apigw: help: there is no option {name}; did you mean {meant}?\n"))
    });
    lines.collect()
}

/// The operation that the words name.
fn operation(words: &[String]) -> Option<&'static Operation> {
    words.iter().find_map(|word| catalog::find(word))
}
