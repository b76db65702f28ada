//! Option values converted to documents by the shape of their member.

use apigw_cli_text::document::Document;
use apigw_cli_text::python::json::{self, Maps};
use apigw_cli_text::python::number;
use apigw_cli_text::shorthand::{self, ShorthandError};
use apigw_spec::{Kind, Shape};

use crate::failure::Failure;
use crate::input::number::{double, integer};
use crate::input::{coerce, parameter_file};
use crate::syntax::raw::RawValue;

/// Converts the words of an option.
pub(crate) fn convert(option: &str, shape: &'static Shape, raw: RawValue) -> Result<Document, Failure> {
    match load(option, &raw)? {
        Some(Document::Text(text)) => return convert_word(option, shape, text),
        Some(other) => return Ok(other),
        None => {}
    }

    match raw {
        RawValue::Flag(value) => Ok(Document::Boolean(value)),
        RawValue::Word(word) => convert_word(option, shape, word.into()),
        RawValue::Words(words) => convert_words(option, shape, words.into_iter().map(String::from).collect()),
    }
}

/// The content of the file that a value names as a whole.
fn load(option: &str, raw: &RawValue) -> Result<Option<Document>, Failure> {
    let [only] = raw.words() else { return Ok(None) };
    let Some(text) = only.text() else { return Ok(None) };
    parameter_file::load(text).map_err(|problem| Failure::option(option, problem))
}

/// Converts one word, or the text of a file.
fn convert_word(option: &str, shape: &'static Shape, word: String) -> Result<Document, Failure> {
    let start = word.trim_start().chars().next();
    match shape.kind {
        Kind::Integer | Kind::Long => integer(&word),
        Kind::Double => double(&word),
        Kind::Map { .. } | Kind::Structure(_) => match start {
            Some('{') => read_json(option, &word),
            Some('[') => Err(Failure::option(option, format!("Invalid JSON:\n{word}"))),
            _ => read_shorthand(option, shape, &word),
        },
        Kind::List(item) => match start {
            Some('[') => read_json(option, &word),
            _ if is_complex(item.shape()) && start != Some('{') => read_shorthand(option, shape, &word),
            None => Err(Failure::general("string index out of range")),
            _ => {
                // A file that holds something else than a JSON array is taken character by character.
                let items = word.chars().map(|c| convert_word(option, item.shape(), c.to_string()));
                items.collect::<Result<_, _>>().map(Document::List)
            }
        },
        Kind::Boolean => Ok(Document::Boolean(!word.is_empty() && !word.eq_ignore_ascii_case("false"))),
        _ => Ok(Document::Text(word)),
    }
}

/// Converts the words of a list. The first of several decides whether they are JSON or shorthand.
fn convert_words(option: &str, shape: &'static Shape, words: Vec<String>) -> Result<Document, Failure> {
    let Kind::List(item) = shape.kind else { return convert_word(option, shape, words.join(" ")) };
    let starts = |word: &str| number::strip(word).chars().next();
    if let [only] = words.as_slice()
        && starts(only) == Some('[')
    {
        return read_json(option, only);
    }
    let is_json = words.first().and_then(|first| starts(first)).is_some_and(|c| matches!(c, '{' | '['));
    let convert_item = |word: String| {
        if !is_complex(item.shape()) {
            convert_word(option, item.shape(), word)
        } else if !is_json {
            read_shorthand(option, item.shape(), &word)
        } else if word.trim_start().starts_with('{') {
            read_json(option, &word)
        } else {
            Err(Failure::option(option, format!("Invalid JSON:\n{word}")))
        }
    };
    words.into_iter().map(convert_item).collect::<Result<_, _>>().map(Document::List)
}

/// Whether a value has parts, so that it is written in shorthand or JSON.
pub(crate) fn is_complex(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::List(_) | Kind::Map { .. } | Kind::Structure(_))
}

fn read_json(option: &str, text: &str) -> Result<Document, Failure> {
    json::read(text, Maps::Ordered).map_err(|problem| {
        Failure::option(option, format!("Invalid JSON: {}\nJSON received: {text}", problem.message(text)))
    })
}

fn read_shorthand(option: &str, shape: &'static Shape, text: &str) -> Result<Document, Failure> {
    let map = shorthand::parse(text, &parameter_file::load).map_err(|problem| match problem {
        ShorthandError::Syntax(message) => Failure::option(option, message),
        ShorthandError::File(message) => Failure::General(message),
    })?;
    let mut document = Document::Map(map);
    // One dictionary for a list stays one, and fails validation later.
    if !matches!(shape.kind, Kind::List(_)) {
        coerce::coerce(&mut document, shape)?;
    }
    Ok(document)
}

#[cfg(test)]
mod tests;
