//! Strings of which parts are known. They are rejected only if no text in the unknown parts makes them right.

use crate::format::{Format, FormatError};
use crate::rule::Truth;
use crate::value::TextPart;

/// Text that the unknown parts of a string may hold, unlike each other in what grammars look for. An empty text is not
/// among them: what is refused only then is refused for another reason.
const FILLINGS: [&str; 4] = ["x", "a:b", "a/b", "a.b-c"];

/// The text up to the first part of which nothing is known, with samples in the place of parts whose form is known, and
/// whether it is the whole text.
fn beginning(parts: &[TextPart]) -> (String, bool) {
    let mut text = String::new();
    for part in parts {
        match part {
            TextPart::Known(part) | TextPart::Like { sample: part, .. } => text.push_str(part),
            TextPart::Unknown { .. } => return (text, false),
        }
    }
    (text, true)
}

/// Whether the string can have a format, whatever its unknown parts are.
pub(super) fn check(format: Format, parts: &[TextPart]) -> Result<(), FormatError> {
    if !format.can_check_partly() {
        return Ok(());
    }
    let (text, is_whole) = beginning(parts);
    let result = if is_whole { format.check(&text) } else { format.check_beginning(&text) };
    result.map_err(|error| FormatError {
        offset: 0,
        message: as_shown(&error.message, parts).into(),
        // What replaces a sample replaces what it stands for.
        replacement: error.replacement.filter(|_| is_whole).map(|text| as_shown(&text, parts)),
    })
}

/// A message with what stands in the source in the place of samples.
fn as_shown(message: &str, parts: &[TextPart]) -> String {
    parts.iter().fold(message.to_owned(), |message, part| match part {
        TextPart::Like { sample, shown } if !sample.is_empty() => message.replace(sample.as_str(), shown),
        _ => message,
    })
}

/// Whether the string has a format.
pub(super) fn accepts(format: Format, parts: &[TextPart]) -> Truth {
    if !format.can_check_partly() {
        return Truth::Unknown;
    }
    let (text, is_whole) = beginning(parts);
    if is_whole {
        return Truth::from_bool(format.accepts(&text));
    }

    if format.check_beginning(&text).is_err() {
        return Truth::False;
    }
    let filled = |filling: &str| {
        let part = |part: &'_ TextPart| match part {
            TextPart::Known(text) | TextPart::Like { sample: text, .. } => text.clone(),
            TextPart::Unknown { .. } => filling.to_owned(),
        };
        parts.iter().map(part).collect::<String>()
    };
    if FILLINGS.iter().all(|filling| format.accepts(&filled(filling))) { Truth::True } else { Truth::Unknown }
}

/// Whether the string is not empty.
pub(super) fn filled(parts: &[TextPart]) -> Truth {
    let is_text = |part: &TextPart| match part {
        TextPart::Known(text) | TextPart::Like { sample: text, .. } => !text.is_empty(),
        TextPart::Unknown { .. } => false,
    };
    if parts.iter().any(is_text) { Truth::True } else { Truth::Unknown }
}

/// Whether the string can be `value`.
pub(super) fn may_be(parts: &[TextPart], value: &str, ignore_case: bool) -> bool {
    let fold = |text: &str| if ignore_case { text.to_ascii_uppercase() } else { text.to_owned() };
    let value = fold(value);
    let known = |part: &TextPart| if let TextPart::Known(text) = part { Some(fold(text)) } else { None };
    if parts.iter().all(|part| known(part).is_some()) {
        return parts.iter().filter_map(known).collect::<String>() == value;
    }

    let start = parts.first().and_then(known).unwrap_or_default();
    let end = parts.last().and_then(known).unwrap_or_default();
    value.len() >= start.len() + end.len() && value.starts_with(&start) && value.ends_with(&end)
}
