//! The candidates for the word at the cursor.

use apigw_cli_text::visible;
use apigw_spec::Operation;

use super::candidate::Candidate;
use super::cursor::{Command, CursorContext};
use super::{extra_command, files, values};
use crate::help;
use crate::help::page::first_sentence;
use crate::input::documentation::Documentation;
use crate::syntax::extra_commands::EXTRA_COMMANDS;
use crate::syntax::operation::{option, options};
use crate::syntax::{catalog, globals};

/// The words that can stand at the cursor, in the order in which shells show them: those that begin with `current`.
pub(super) fn candidates(before: &[String], current: &str, describes: bool) -> Vec<Candidate> {
    let context = CursorContext::read(before);
    let mut found = match current.split_once('=') {
        Some((name, value)) if name.starts_with("--") => {
            let Some(awaited) = context.awaited(name) else { return Vec::new() };
            let values = values::of(&context, &awaited, value).into_iter();
            values.map(|found| Candidate { value: format!("{name}={}", found.value), ..found }).collect()
        }
        _ => at(&context, current, describes),
    };
    // A line stands for one candidate, and the terminal shows it.
    found
        .retain(|candidate| candidate.value.starts_with(current) && visible::name(&candidate.value) == candidate.value);
    found
}

fn at(context: &CursorContext, current: &str, describes: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    if let Some(awaited) = &context.awaits {
        found = values::of(context, awaited, current);
        if awaited.is_needed {
            return found;
        }
    }

    match &context.command {
        _ if context.is_lost => {}
        None | Some(Command::Service) if current.starts_with('-') => found.extend(global_options(context)),
        Some(Command::Help) if !context.plain.is_empty() => {}
        None | Some(Command::Help) => found.extend(commands(true, describes)),
        Some(Command::Service) => found.extend(commands(false, describes)),
        Some(Command::Extra(extra)) => found.extend(extra_command::candidates(extra, context, current)),
        Some(Command::Operation(operation)) => {
            if context.awaits.is_none() && context.lacks_outfile(operation) && !current.starts_with('-') {
                found.extend(files::named("", current));
            }
            if current.is_empty() || current.starts_with('-') {
                found.extend(operation_options(context, operation, describes));
                found.extend(global_options(context));
            }
            if context.given.is_empty() && context.plain.is_empty() {
                found.push(Candidate::with("help", "show the help page of the operation"));
            }
        }
    }
    found
}

/// Operations; at the start of a line, all other commands too.
fn commands(is_first: bool, describes: bool) -> Vec<Candidate> {
    let documentation = describes.then(Documentation::read);
    let about = |operation: &'static Operation| {
        documentation.and_then(|texts| texts.operation(operation)).map(first_sentence).unwrap_or_default()
    };
    let operations = catalog::operations().into_iter();
    let mut found: Vec<Candidate> =
        operations.map(|(name, operation)| Candidate::with(name, about(operation))).collect();
    found.push(Candidate::with("help", "show an overview"));
    if is_first {
        found.push(Candidate::with(catalog::SERVICE, "the name of the service in the AWS CLI"));
        found.extend(EXTRA_COMMANDS.iter().map(|extra| Candidate::with(extra.name, extra.about)));
    }
    found
}

/// The options of an operation that are not given yet, required ones first.
fn operation_options(context: &CursorContext, operation: &'static Operation, describes: bool) -> Vec<Candidate> {
    let shape = operation.input.shape();
    let member = |name: &str| shape.members().iter().find(|member| option(operation, member) == name);
    let documentation = describes.then(Documentation::read);
    let about = |name: &str| {
        let member = member(name).or_else(|| member(&name.replacen("--no-", "--", 1)));
        let text = documentation.zip(member).and_then(|(texts, member)| texts.member(shape, member));
        text.or_else(|| help::about_further(name)).map(first_sentence).unwrap_or_default()
    };
    let mut names: Vec<String> = options(operation).into_iter().map(|(name, _)| name).collect();
    names.sort_by_key(|name| !member(name).is_some_and(|member| member.required));
    let is_new = |name: &String| !context.has(name);
    names.into_iter().filter(is_new).map(|name| Candidate::with(&name, about(&name))).collect()
}

fn global_options(context: &CursorContext) -> Vec<Candidate> {
    let options = globals::described().filter(|option| option.is_repeated() || !context.has(option.name));
    options.map(|option| Candidate::with(option.name, first_sentence(help::about(option.name)))).collect()
}
