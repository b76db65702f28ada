//! Hints that follow a failure: lines for people, in addition to the messages of the AWS CLI.

use apigw_client::Environment;
use apigw_spec::Operation;
use apigw_spec::catalogue::{Surface, catalogue};

use crate::check::lost_quotes;
use crate::failure::{Failure, ServiceError};
use crate::syntax::catalog;
use crate::syntax::suggest::meant_option;
use crate::terminal::shell;

/// The hints for a failure of a command line.
pub(crate) fn of(failure: &Failure, words: &[String]) -> String {
    match failure {
        Failure::Service(error) => explained(error),
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

/// Why the service replied with an error, and how to fix it; nothing if its message is not known.
fn explained(error: &ServiceError) -> String {
    let Ok(catalogue) = catalogue() else { return String::new() };
    let (code, operation, message) = (&error.code, error.operation, &error.message);
    if catalogue.contained(message).is_empty() {
        return String::new();
    }

    let said = format!("An error occurred ({code}) when calling the {operation} operation: {message}");
    let known = catalogue.contained(&said).into_iter().find(|known| known.error.surface == Surface::Call);
    let line = known.map(|known| format!("apigw: help[{}]: {}; {}\n", known.error.id, known.cause(), known.cure()));
    line.unwrap_or_default()
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
