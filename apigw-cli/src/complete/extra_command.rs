//! Candidates for the commands that the AWS CLI does not have, from their descriptions.

use super::candidate::Candidate;
use super::cursor::CursorContext;
use super::values;
use crate::help::page::first_sentence;
use crate::syntax::extra_command::{Count, ExtraCommand, Form};

/// What can stand next: actions, options and arguments.
pub(super) fn candidates(command: &ExtraCommand, context: &CursorContext, current: &str) -> Vec<Candidate> {
    let action = context.plain.first().map(String::as_str);
    let is_action = action.is_some_and(|action| command.forms.iter().any(|form| form.action == Some(action)));
    let mut found = Vec::new();
    for form in command.forms {
        match (form.action, action) {
            (Some(name), None) => found.push(Candidate::new(name)),
            (Some(name), Some(action)) if name != action => {}
            (Some(_), Some(_)) => found.extend(of_form(form, context, context.plain.len() - 1, current)),
            (None, _) if is_action => {}
            (None, _) => found.extend(of_form(form, context, context.plain.len(), current)),
        }
    }

    if context.plain.is_empty() && context.given.is_empty() {
        found.push(Candidate::with("help", command.about));
    }
    found
}

/// What can stand next in a form, after a number of arguments.
fn of_form(form: &Form, context: &CursorContext, count: usize, current: &str) -> Vec<Candidate> {
    if current.starts_with('-') {
        let options = form.options.iter().filter(|option| option.is_global || !context.has(option.name));
        return options.map(|option| Candidate::with(option.name, first_sentence(option.about))).collect();
    }

    let repeated = form.arguments.last().filter(|argument| argument.count == Count::Many);
    let argument = form.arguments.get(count).or(repeated);
    argument.map(|argument| values::of_kind(argument.value, current)).unwrap_or_default()
}
