//! Commands that the AWS CLI does not have.

mod explain;
mod lint;
mod schema;
mod spec;

use crate::command_line::global::Globals;
use crate::command_line::words::{Check, Flag, Found, Positional, Takes, sort};
use crate::failure::Failure;
use crate::output;

/// How the commands are called.
const USAGES: [(&str, &str); 5] = [
    (
        "spec",
        "apigw spec import [--from botocore|smithy] [--paginators FILE] [--output-file FILE] FILE\n       \
         apigw spec check FILE...\n       \
         apigw spec diff [--exit-code] OLD NEW [--operations NAME...]\n       \
         apigw spec expand [--spec FILE] NAME...\n\n\
         FILE, OLD and NEW can be `builtin`, the specification that comes with the command.",
    ),
    ("explain", "apigw explain [--format text|json] RULE | ERROR TEXT"),
    ("rules", "apigw rules [--format text|json] [OPERATION]"),
    ("schema", "apigw schema OPERATION"),
    ("lint-script", "apigw lint-script [--format text|json|sarif] [--allow RULE] [--deny-warnings] FILE..."),
];

/// How one of them is called.
pub(crate) fn usage(name: &str) -> Option<&'static str> {
    USAGES.iter().find(|(own, _)| *own == name).map(|(_, usage)| *usage)
}

/// Runs one of them. Their failures are told in this command's own name, since no script knows them otherwise.
pub(crate) fn run(name: &str, words: &[String], globals: &Globals) -> Result<(), Failure> {
    let outcome = match name {
        "spec" => spec::run(words),
        "explain" => explain::explain(words),
        "rules" => explain::list(words),
        "lint-script" => lint::run(words, globals),
        _ => schema::run(words),
    };
    outcome.map_err(|failure| {
        let usage = format!("\n\nusage: {}", usage(name).unwrap_or_default());
        let message = match &failure {
            Failure::Usage(message) => format!("{}{usage}", message.trim_end()),
            Failure::UnknownOptions(words) => format!("unknown options: {}{usage}", words.join(", ")),
            Failure::Coded { message, .. } | Failure::General(message) => message.clone(),
            Failure::Service(_) | Failure::Told(_) => return failure,
        };
        output::print_error(&format!("apigw: {message}\n"));
        Failure::Told(failure.status())
    })
}

/// An option of one of these commands.
fn flag(name: &'static str, takes: Takes) -> Flag<&'static str> {
    Flag { name: name.to_owned(), key: name, takes, is_required: false, has_prefixes: true }
}

/// An option that takes one word.
fn valued(name: &'static str) -> Flag<&'static str> {
    flag(name, Takes::One(Check::Text))
}

/// Sorts the words of one of these commands; those that mean nothing are a failure.
fn read(
    flags: &[Flag<&'static str>],
    positionals: &[Positional],
    words: &[String],
) -> Result<Found<&'static str>, Failure> {
    let found = sort(flags, positionals, words)?;
    let is_option = |word: &&String| word.starts_with("--");
    if found.rest.iter().any(|word| is_option(&word)) {
        return Err(Failure::UnknownOptions(found.rest));
    }
    Ok(found)
}

/// The last value of an option.
fn value<'f>(found: &'f Found<&'static str>, name: &str) -> Option<&'f str> {
    let values = found.options.iter().rev().find(|(key, _)| *key == name).map(|(_, values)| values);
    values.and_then(|values| values.first()).map(String::as_str)
}
