//! The words of this command's own commands, from the forms in which they are called.

use apigw_cli_text::argparse::{Check, Takes};
use apigw_spec::Operation;

use super::place::Place;
use super::{Candidate, files, values};
use crate::commands::OwnCommand;
use crate::syntax::catalog;

/// One form of a command, its words without brackets.
struct Form {
    /// The words that name the form: `import` of `apigw spec import …`.
    action: Option<&'static str>,
    /// The options, each with what its value is called.
    options: Vec<(&'static str, Option<&'static str>)>,
    /// What the words without an option are called.
    plain: Vec<&'static str>,
}

fn forms(own: &OwnCommand) -> Vec<Form> {
    let usage = own.usage.split("\n\n").next().unwrap_or_default();
    usage.lines().map(form).collect()
}

fn form(line: &'static str) -> Form {
    let bare = |word: &'static str| word.trim_matches(['[', ']']).trim_end_matches('.').trim_end_matches(']');
    let mut form = Form { action: None, options: Vec::new(), plain: Vec::new() };
    // The first two words are the names of this command and of its own.
    let mut words = line.split_whitespace().skip(2).peekable();
    while let Some(word) = words.next() {
        if bare(word).starts_with("--") {
            let has_value = !word.ends_with(']');
            form.options.push((bare(word), if has_value { words.next().map(bare) } else { None }));
        } else if form.action.is_none() && form.plain.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()) {
            form.action = Some(word);
        } else {
            form.plain.push(bare(word));
        }
    }
    form
}

/// The words that may follow an option.
pub(super) fn takes(own: &OwnCommand, name: &str) -> Option<Takes> {
    let forms = forms(own);
    let (_, value) = forms.iter().flat_map(|form| &form.options).find(|(option, _)| *option == name)?;
    Some(if value.is_some() { Takes::One(Check::Text) } else { Takes::Nothing })
}

/// The values of an option.
pub(super) fn values(own: &OwnCommand, name: &str, current: &str) -> Vec<Candidate> {
    let forms = forms(own);
    let mut options = forms.iter().flat_map(|form| &form.options);
    let value = options.find(|(option, _)| *option == name).and_then(|(_, value)| *value);
    value.map(|value| called(value, current)).unwrap_or_default()
}

/// What can stand next, options and other words.
pub(super) fn candidates(own: &OwnCommand, place: &Place, current: &str) -> Vec<Candidate> {
    let said = place.plain.first().map(String::as_str);
    let mut found = Vec::new();
    for form in forms(own) {
        let (names, plain) = match (form.action, said) {
            (Some(action), None) => {
                found.push(Candidate::new(action));
                continue;
            }
            (Some(action), Some(said)) if action != said => continue,
            (Some(_), Some(_)) => (form.plain, place.plain.len() - 1),
            (None, _) => (form.plain, place.plain.len()),
        };
        if current.starts_with('-') {
            let options = form.options.iter().filter(|(name, _)| !place.has(name));
            found.extend(options.map(|(name, _)| Candidate::new(*name)));
        } else if let Some(name) = names.get(plain).or(names.last()) {
            found.extend(called(name, current));
        }
    }
    if place.plain.is_empty() && place.given.is_empty() {
        found.push(Candidate::with("help", own.about));
    }
    found
}

/// The values that a word in capitals stands for, or those that are listed.
fn called(name: &str, current: &str) -> Vec<Candidate> {
    match name {
        "FILE" | "FOLDER" => files::named("", current),
        "OLD" | "NEW" => [values::texts(["builtin"].into_iter()), files::named("", current)].concat(),
        "OPERATION" => catalog::operations().into_iter().map(|(name, _)| Candidate::new(name)).collect(),
        "NAME" => values::texts(apigw_model::OPERATIONS.iter().map(|operation: &&Operation| operation.name)),
        "RULE" => values::rules(None),
        listed if listed.contains('|') && listed.len() > 1 => values::texts(listed.split('|')),
        _ => Vec::new(),
    }
}
