//! Hints that follow a failure: lines for people, in addition to the messages of the AWS CLI.

use apigw_cli_text::argparse::{UsageError, UsageErrorKind};
use apigw_cli_text::word::Word;
use apigw_client::Environment;
use apigw_spec::Operation;
use apigw_spec::catalogue::{Surface, catalogue};

use crate::check::render::on_one_line;
use crate::check::{lost_quotes, unknown_options};
use crate::failure::{Code, Failure, ServiceError};
use crate::report::requoted;
use crate::syntax::catalog;
use crate::terminal::shell;

/// The hints for a failure of a command line.
pub(crate) fn of(failure: &Failure, words: &[String]) -> String {
    match failure {
        Failure::Service(error) => explained(error),
        Failure::UnknownOptions(_) => unknown_options(words) + &with_quotes(words),
        Failure::Usage(error) => unknown_options(words) + &same_noun(error),
        Failure::OptionValue { .. } => {
            let lost = with_quotes(words);
            if lost.is_empty() { requoted(failure, words) } else { lost }
        }
        Failure::Coded { code: Code::ParamValidation, .. } | Failure::General(_) => requoted(failure, words),
        _ => String::new(),
    }
}

fn help(text: &str) -> String {
    format!("apigw: help: {}\n", on_one_line(text))
}

/// How to type the values that arrived otherwise than they were meant.
fn requoted(failure: &Failure, words: &[String]) -> String {
    let Some(call) = requoted::call(words) else { return String::new() };
    let detected = shell::detect(&Environment::process());
    let advice = requoted::advice(&call, failure).into_iter().map(|advice| {
        let shell = advice.shell.unwrap_or(detected);
        help(&format!("{}; in {}: {}", advice.why, shell.name(), shell.line(&advice.argument)))
    });
    let mut text: String = advice.collect();
    if matches!(failure, Failure::Coded { .. }) {
        text.extend(requoted::notes(&call).iter().map(|note| help(note)));
    }
    text
}

/// The operations on what a name that is no operation names.
fn same_noun(error: &UsageError) -> String {
    let UsageErrorKind::InvalidChoice { value, .. } = &error.kind else { return String::new() };
    let noun = |name: &str| name.split_once('-').map(|(_, noun)| noun.to_owned());
    let Some(wanted) = noun(value).filter(|_| error.argument.as_deref() != Some("action")) else {
        return String::new();
    };
    let operations = catalog::operations();
    let same = operations.iter().map(|(name, _)| name.as_str()).filter(|name| noun(name).as_deref() == Some(&wanted));
    let same: Vec<&str> = same.collect();
    if same.is_empty() { String::new() } else { help(&format!("there is no {value}; there are {}", same.join(", "))) }
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

/// What to type instead of options that the operation does not have.
fn unknown_options(words: &[String]) -> String {
    let Some(operation) = operation(words) else { return String::new() };
    let words: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
    unknown_options::advice(operation, &words, true).iter().map(|advice| help(advice)).collect()
}

/// The operation that the words name.
fn operation(words: &[String]) -> Option<&'static Operation> {
    words.iter().find_map(|word| catalog::find(word))
}
