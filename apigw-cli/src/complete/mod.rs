//! Completion of command lines: one engine, which the scripts of all shells ask by a command that help does not show.
//!
//! ```text
//! apigw __complete bash .LINE BREAKS        the line up to the cursor, and what bash breaks words at
//! apigw __complete zsh|fish|powershell .WORD WORDS...    the word at the cursor, and those before it
//! ```
//!
//! The dot is there because some shells drop empty arguments. One candidate is printed a line, and for the shells that
//! show it what is said of it, after a tabulator. Nothing is asked of the network, and nothing is ever an error.

mod files;
mod line;
mod own_command;
mod place;
mod shorthand;
mod values;

use apigw_spec::Operation;

use crate::help::page::first_sentence;
use crate::input::documentation::Documentation;
use crate::syntax::operation::{option, options};
use crate::syntax::{catalog, globals};
use crate::terminal::stdout;
use crate::{commands, help};
use place::{Command, Place};

/// The command by which scripts ask.
const COMMAND: &str = "__complete";

/// A way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The whole word.
    value: String,
    /// What is said of it, empty if nothing is.
    about: String,
}

impl Candidate {
    fn new(value: impl Into<String>) -> Self {
        Self { value: value.into(), about: String::new() }
    }

    fn with(value: impl Into<String>, about: &str) -> Self {
        Self { value: value.into(), about: about.to_owned() }
    }

    /// The line that scripts read. What is said comes without backticks.
    fn line(&self) -> String {
        let tabulator = if self.about.is_empty() { "" } else { "\t" };
        format!("{}{tabulator}{}\n", self.value, self.about.replace('`', ""))
    }
}

/// Answers, if it is a script that asks.
pub(crate) fn answers(words: &[String]) -> bool {
    let Some((COMMAND, question)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) else {
        return false;
    };
    stdout::print(&answer(question));
    true
}

fn answer(question: &[String]) -> String {
    match question {
        [shell, line, rest @ ..] if shell == "bash" => {
            let breaks = rest.first().map_or("", String::as_str);
            line::for_bash(line.strip_prefix('.').unwrap_or(line), breaks)
        }
        [_, current, before @ ..] => {
            let found = candidates(before, current.strip_prefix('.').unwrap_or(current), true);
            found.iter().map(Candidate::line).collect()
        }
        _ => String::new(),
    }
}

/// The words that can stand where the cursor is, sorted as they are shown: those that begin with what is there.
fn candidates(before: &[String], current: &str, describes: bool) -> Vec<Candidate> {
    let place = Place::find(before);
    let mut found = match current.split_once('=') {
        Some((name, value)) if name.starts_with("--") => {
            let Some(awaited) = place.awaited(name) else { return Vec::new() };
            let values = values::of(&place, &awaited, value).into_iter();
            values.map(|found| Candidate { value: format!("{name}={}", found.value), ..found }).collect()
        }
        _ => at(&place, current, describes),
    };
    found.retain(|candidate| candidate.value.starts_with(current));
    found
}

fn at(place: &Place, current: &str, describes: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    if let Some(awaited) = &place.awaits {
        found = values::of(place, awaited, current);
        if awaited.is_needed {
            return found;
        }
    }
    match &place.command {
        _ if place.is_lost => {}
        None | Some(Command::Service) if current.starts_with('-') => found.extend(global_options(place)),
        Some(Command::Help) if !place.plain.is_empty() => {}
        None | Some(Command::Help) => found.extend(commands(true, describes)),
        Some(Command::Service) => found.extend(commands(false, describes)),
        Some(Command::Own(own)) => found.extend(own_command::candidates(own, place, current)),
        Some(Command::Operation(operation)) => {
            if place.awaits.is_none() && place.lacks_outfile(operation) && !current.starts_with('-') {
                found.extend(files::named("", current));
            }
            if current.is_empty() || current.starts_with('-') {
                found.extend(operation_options(place, operation, describes));
                found.extend(global_options(place));
            }
            if place.given.is_empty() && place.plain.is_empty() {
                found.push(Candidate::with("help", "show the page of the operation"));
            }
        }
    }
    found
}

/// Operations, and at the beginning of a line everything else that can stand there.
fn commands(is_first: bool, describes: bool) -> Vec<Candidate> {
    let documentation = describes.then(Documentation::read);
    let about = |operation: &'static Operation| {
        documentation.and_then(|texts| texts.operation(operation)).map(first_sentence).unwrap_or_default()
    };
    let operations = catalog::operations().into_iter();
    let mut found: Vec<Candidate> =
        operations.map(|(name, operation)| Candidate::with(name, about(operation))).collect();
    found.push(Candidate::with("help", "show what there is"));
    if is_first {
        found.push(Candidate::with(catalog::SERVICE, "the service, as the AWS CLI names it"));
        found.extend(commands::COMMANDS.iter().map(|own| Candidate::with(own.name, own.about)));
    }
    found
}

/// The options of an operation that are not given yet; the required ones come first.
fn operation_options(place: &Place, operation: &'static Operation, describes: bool) -> Vec<Candidate> {
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
    let is_new = |name: &String| !place.has(name);
    names.into_iter().filter(is_new).map(|name| Candidate::with(&name, about(&name))).collect()
}

fn global_options(place: &Place) -> Vec<Candidate> {
    let options = globals::described().filter(|option| option.is_repeated() || !place.has(option.name));
    options.map(|option| Candidate::with(option.name, first_sentence(help::about(option.name)))).collect()
}

#[cfg(test)]
mod tests;
