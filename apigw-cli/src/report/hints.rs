//! What this command adds to the AWS CLI's words when a command line fails: lines of its own, for people.

use apigw_client::Environment;
use apigw_spec::Operation;

use crate::check::{lost_quotes, rules_index};
use crate::failure::{Failure, ServiceError};
use crate::syntax::catalog;
use crate::syntax::suggest::meant_option;
use crate::terminal::shell;

/// What may help after a failure of a command line.
pub(crate) fn of(failure: &Failure, words: &[String]) -> String {
    match failure {
        Failure::Service(error) => preventing(error),
        Failure::UnknownOptions(_) => meant_options(words) + &with_quotes(words),
        Failure::Usage(_) => meant_options(words),
        Failure::OptionValue { .. } => with_quotes(words),
        _ => String::new(),
    }
}

/// How to give the JSON that the shell has taken the quotes out of, if there is such.
fn with_quotes(words: &[String]) -> String {
    let Some(mended) = operation(words).and_then(|operation| lost_quotes::eaten(words, operation)) else {
        return String::new();
    };
    let shell = shell::detect(&Environment::process());
    let line = shell.line(&mended);
    format!("apigw: help: the JSON came without its quotes; in {}: {line}\n", shell.name())
}

/// What the rules know of an error that AWS answered: one line for each rule that would have prevented it.
fn preventing(error: &ServiceError) -> String {
    let entries = rules_index::entries().into_iter();
    let known = entries.filter(|entry| entry.operations.contains(&error.operation) && entry.prevents(&error.message));
    let lines = known.map(|entry| {
        let fix = entry.fix.map(|fix| format!("; {fix}")).unwrap_or_default();
        format!("apigw: help[{}]: {}{fix}\n", entry.id, entry.reason)
    });
    lines.collect()
}

/// The options that were meant by those that there are none of.
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
