//! The parts that keys and values of parameter maps have in common: names, words, static values.

use crate::format::error::{FormatError, FormatResult};
use crate::format::text::{cut, departs, first_other, head, tail};
use crate::suggest;

/// The name after `prefix`, which the service is known to write one way only.
pub(super) fn name_after<'a>(text: &'a str, prefix: &str) -> Result<&'a str, FormatError> {
    match text.strip_prefix(prefix) {
        Some(name) => check_name(name).map(|()| name).map_err(|error| error.shifted(prefix.len())),
        None => Err(FormatError::new(departs(text, prefix), format!("it must have the form `{prefix}NAME`"))),
    }
}

pub(super) fn check_name(name: &str) -> FormatResult {
    if name.is_empty() {
        return Err(FormatError::new(0, "the name is missing; put it after the last dot"));
    }
    match first_other(name, |c| !c.is_whitespace() && !c.is_control()) {
        Some((at, _)) => Err(FormatError::new(at, "a parameter name cannot contain white space; remove it")),
        None => Ok(()),
    }
}

/// The word of `words` that `text` begins with, up to a dot, and the name after it.
pub(super) fn word_and_name<'a>(text: &'a str, prefix: &str, words: &[&str]) -> Result<(usize, &'a str), FormatError> {
    let form = || format!("{prefix}{{{}}}.NAME", words.join("|"));
    let Some(rest) = text.strip_prefix(prefix) else {
        let message = format!("it must have the form `{}`", form());
        return Err(FormatError::new(departs(text, prefix), message));
    };
    let (word, name) = cut(rest, b'.').unwrap_or((rest, ""));
    let Some(place) = words.iter().position(|known| known.len() == word.len() && *known == word) else {
        let message = match suggest::nearest(word, words.iter().copied()) {
            Some(near) => format!("`{word}` is not a location; did you mean `{near}`?"),
            None => format!("`{word}` is not a location; write `{}`", form()),
        };
        return Err(FormatError::new(prefix.len(), message));
    };
    let name_at = (prefix.len() + word.len() + 1).min(text.len());
    check_name(name).map_err(|error| error.shifted(name_at))?;
    Ok((place, name))
}

/// `text` as a static value: what stands between its single quotes.
pub(super) fn static_value(text: &str) -> Option<&str> {
    text.strip_prefix('\'')?.strip_suffix('\'')
}

/// The error for a value that is no expression and not quoted either.
pub(super) fn not_a_value(text: &str, forms: &str) -> FormatError {
    let double = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(inner) = double {
        let replacement = format!("'{inner}'");
        let message = format!("a static value must be in single quotes; write `{replacement}`");
        return FormatError::new(0, message).with_replacement(replacement);
    }
    if text.starts_with('\'') {
        let error = FormatError::new(text.len(), "the static value is not closed; end it with a single quote");
        return error.with_replacement(format!("{text}'"));
    }
    FormatError::new(0, format!("`{text}` is neither {forms} nor a static value; write `'{text}'` for a static value"))
        .with_replacement(format!("'{text}'"))
}

/// What follows `word` in an expression such as `body`, `body.$.a` or `body[0]`.
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    if !text.starts_with(word) {
        return None;
    }
    let rest = tail(text, head(text, word.len()).len());
    (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
}
