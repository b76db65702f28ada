//! JSON that lost its quotes to a shell, because the argument as a whole is not quoted.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_cli_text::python::json as python;
use apigw_cli_text::python::json::Maps;
use apigw_spec::{Kind, Operation, Shape};

use crate::input::convert::is_complex;
use crate::input::secrets;
use crate::syntax::operation::option;

/// The maximum number of words that are searched for one JSON value.
const MAX_WORDS: usize = 64;

/// The JSON at the start of unquoted words of a script, and the number of words that the shell splits it into.
pub(crate) fn unquoted<'w>(raws: impl Iterator<Item = &'w str>) -> Option<(usize, String)> {
    let mut joined = String::new();
    for (index, raw) in raws.take(MAX_WORDS).enumerate() {
        joined.push_str(raw);
        if !joined.starts_with(['{', '[']) {
            return None;
        }
        if joined.ends_with(['}', ']']) && python::read(&joined, Maps::Plain).is_ok() {
            return joined.contains('"').then_some((index + 1, joined));
        }
        joined.push(' ');
    }
    None
}

/// The option whose JSON lost its quotes to the shell, and the JSON with its quotes restored, as it may be shown.
pub(crate) fn restored(words: &[String], operation: &'static Operation) -> Option<[String; 2]> {
    for member in operation.input.shape().members() {
        let option = option(operation, member);
        let shape = member.target.shape();
        let Some(at) = words.iter().rposition(|word| *word == option).filter(|_| is_complex(shape)) else { continue };
        let values = words.get(at + 1..).unwrap_or_default().iter().take(MAX_WORDS);
        let mut joined = String::new();
        for word in values.take_while(|word| !word.starts_with("--")) {
            joined.push_str(word);
            if !joined.starts_with(['{', '[']) || python::read(&joined, Maps::Plain).is_ok() {
                break;
            }
            let mut rest = joined.as_str();
            // A bare list may be a file name pattern.
            if joined.contains('{')
                && let Some(value) = restore(&mut rest, shape, 0).filter(|_| rest.is_empty())
            {
                let shown = secrets::shown(operation.input.shape(), member, &value);
                return Some([option, json::spaced(&shown)]);
            }
            joined.push(' ');
        }
    }
    None
}

/// What an option is given and the JSON in it as they may be shown.
pub(crate) fn shown(operation: &'static Operation, name: &str, given: String, json: String) -> (String, String) {
    let input = operation.input.shape();
    let member = input.members().iter().find(|member| option(operation, member) == name);
    match member.filter(|member| secrets::can_hide(input, member)) {
        Some(member) => {
            let value = python::read(&json, Maps::Plain).unwrap_or(Document::Null);
            let shown = json::spaced(&secrets::shown(input, member, &value));
            (shown.clone(), shown)
        }
        None => (given, json),
    }
}

/// The names of the options that take JSON.
pub(crate) fn options(operation: &'static Operation) -> Vec<String> {
    let members = operation.input.shape().members().iter();
    members.filter(|member| is_complex(member.target.shape())).map(|member| option(operation, member)).collect()
}

/// Reads JSON that lost its quotes.
fn restore(rest: &mut &str, shape: &'static Shape, depth: usize) -> Option<Document> {
    const MAX_DEPTH: usize = 20;
    *rest = rest.trim_start();

    match shape.kind {
        _ if depth > MAX_DEPTH => None,
        Kind::List(item) => {
            *rest = rest.strip_prefix('[')?;
            let mut items = Vec::new();
            loop {
                items.push(restore(rest, item.shape(), depth + 1)?);
                if ends(rest, ']')? {
                    return Some(Document::List(items));
                }
            }
        }
        Kind::Map { .. } | Kind::Structure(_) => {
            *rest = rest.strip_prefix('{')?;
            let mut map = Map::new();
            loop {
                let (key, after) = rest.split_once(':')?;
                let key = key.trim();
                *rest = after;
                let target = match shape.kind {
                    Kind::Map { value, .. } => value.shape(),
                    _ => shape.members().iter().find(|member| member.name == key)?.target.shape(),
                };
                if key.is_empty() || key.contains(['{', '}', '[', ']', '"', ',']) {
                    return None;
                }
                let value = restore(rest, target, depth + 1)?;
                map.insert(key, value);
                if ends(rest, '}')? {
                    return Some(Document::Map(map));
                }
            }
        }
        _ => Some(scalar(bare(rest), shape)),
    }
}

/// Consumes the end, or the comma before the next item.
fn ends(rest: &mut &str, end: char) -> Option<bool> {
    let trimmed = rest.trim_start();
    if let Some(after) = trimmed.strip_prefix(end) {
        *rest = after;
        return Some(true);
    }
    *rest = trimmed.strip_prefix(',')?;
    Some(false)
}

/// Takes a value up to the comma or bracket that ends it; balanced brackets inside belong to it.
fn bare<'t>(rest: &mut &'t str) -> &'t str {
    let mut depth = 0_usize;
    let is_end = |c: char| {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' if depth > 0 => depth -= 1,
            ',' | '}' | ']' => return depth == 0,
            _ => {}
        }
        false
    };
    let end = rest.find(is_end).unwrap_or(rest.len());
    let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    *rest = after;
    text.trim()
}

fn scalar(text: &str, shape: &'static Shape) -> Document {
    match shape.kind {
        Kind::String(_) | Kind::Blob | Kind::Timestamp(_) => Document::from(text),
        _ => python::read(text, Maps::Plain).unwrap_or_else(|_| Document::from(text)),
    }
}
