//! Arguments mended: the words to type instead of those that a finding or an error is about.

use apigw_spec::check::Segment;
use apigw_spec::violation::{Focus, Problem};
use apigw_spec::{Kind, Operation, Shape, Violation};

use crate::argument::{self, is_complex};
use crate::command_line::operation::{Call, Given, option};
use crate::document::{Document, Map};
use crate::output::json;
use crate::python::json::{self as python_json, Maps};
use crate::shell::Shell;

/// The most words that one JSON text is looked for in.
const MOST_WORDS: usize = 64;

/// The option with its value mended, if the finding says what the value should be and an option gives it.
pub(crate) fn argument(call: &Call, members: &Map, violation: &Violation, shell: Shell) -> Option<Vec<String>> {
    let Problem::Format { error, .. } = &violation.problem else { return None };
    let text = error.replacement.as_deref().filter(|_| violation.focus == Focus::Value)?;
    let (Segment::Member(name), rest) = violation.path.segments.split_first()? else { return None };
    let (member, given) = call.members.iter().find(|(member, _)| member.name == *name)?;
    let words = match given {
        Given::Word(word) => std::slice::from_ref(word),
        Given::Words(words) => words.as_slice(),
        Given::Flag(_) => return None,
    };
    // What comes from a file is to be mended there.
    let first = words.first().filter(|word| !word.starts_with("file"))?;
    let mut value = members.get(name)?.clone();
    *at(&mut value, rest)? = Document::from(text);
    let shape = member.target.shape();
    let option = option(call.operation, member);
    let is_json = first.trim_start().starts_with(['{', '[']);
    let fits = |words: &Vec<String>| {
        let given = if matches!(given, Given::Words(_)) {
            Given::Words(words.clone())
        } else {
            Given::Word(words.first().cloned().unwrap_or_default())
        };
        argument::convert(&option, shape, given).is_ok_and(|read| read == value)
    };
    let written = if is_json { None } else { plain(&value, shell).filter(fits) };
    let written = written.or_else(|| Some(vec![json::spaced(&value)]).filter(fits))?;
    Some(std::iter::once(option).chain(written).collect())
}

/// The part of a value that a path leads to.
fn at<'d>(value: &'d mut Document, path: &[Segment]) -> Option<&'d mut Document> {
    let Some((step, rest)) = path.split_first() else { return Some(value) };
    let inside = match (value, step) {
        (Document::Map(map), Segment::Member(name)) => map.get_mut(name)?,
        (Document::Map(map), Segment::Key(key)) => map.get_mut(key)?,
        (Document::List(items), Segment::Index(index)) => items.get_mut(*index)?,
        _ => return None,
    };
    at(inside, rest)
}

/// A value as text or shorthand, if it is flat enough.
fn plain(value: &Document, shell: Shell) -> Option<Vec<String>> {
    match value {
        Document::Text(text) => Some(vec![text.clone()]),
        Document::Map(map) => Some(vec![shorthand(map, shell)?]),
        Document::List(items) => items.iter().map(|item| plain(item, shell)?.pop()).collect(),
        _ => None,
    }
}

fn shorthand(map: &Map, shell: Shell) -> Option<String> {
    let pair = |(key, value): (&str, &Document)| {
        let value = match value {
            Document::Text(text) => quoted(text, shell),
            Document::Boolean(value) => value.to_string(),
            Document::Integer(value) => value.to_string(),
            _ => return None,
        };
        Some(format!("{key}={value}"))
    };
    Some(map.iter().map(pair).collect::<Option<Vec<_>>>()?.join(","))
}

/// A text in shorthand. Programs on Windows get no double quotes from every shell, so single ones do there.
fn quoted(text: &str, shell: Shell) -> String {
    if text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:$ ".contains(c)) {
        return text.to_owned();
    }
    let quote = if matches!(shell, Shell::Pwsh | Shell::Cmd) { '\'' } else { '"' };
    let escaped = text.replace('\\', "\\\\").replace(quote, &format!("\\{quote}"));
    format!("{quote}{escaped}{quote}")
}

/// The JSON that stands in a script without quotes around it, and how many words the shell makes of it.
pub(crate) fn unquoted_json<'w>(raws: impl Iterator<Item = &'w str>) -> Option<(usize, String)> {
    let mut joined = String::new();
    for (index, raw) in raws.take(MOST_WORDS).enumerate() {
        joined.push_str(raw);
        if !joined.starts_with(['{', '[']) {
            return None;
        }
        if joined.ends_with(['}', ']']) && python_json::read(&joined, Maps::Plain).is_ok() {
            return joined.contains('"').then_some((index + 1, joined));
        }
        joined.push(' ');
    }
    None
}

/// The option whose JSON the shell has taken the quotes out of, and the JSON with them.
pub(crate) fn eaten_json(words: &[String], operation: &'static Operation) -> Option<[String; 2]> {
    for member in operation.input.shape().members() {
        let option = option(operation, member);
        let shape = member.target.shape();
        let Some(at) = words.iter().rposition(|word| *word == option).filter(|_| is_complex(shape)) else { continue };
        let values = words.get(at + 1..).unwrap_or_default().iter().take(MOST_WORDS);
        let mut joined = String::new();
        for word in values.take_while(|word| !word.starts_with("--")) {
            joined.push_str(word);
            if !joined.starts_with(['{', '[']) || python_json::read(&joined, Maps::Plain).is_ok() {
                break;
            }
            let mut rest = joined.as_str();
            // A bare list may be a pattern for a file.
            if joined.contains('{')
                && let Some(value) = restore(&mut rest, shape, 0).filter(|_| rest.is_empty())
            {
                return Some([option, json::spaced(&value)]);
            }
            joined.push(' ');
        }
    }
    None
}

/// The names of the options that take JSON.
pub(crate) fn json_options(operation: &'static Operation) -> Vec<String> {
    let members = operation.input.shape().members().iter();
    members.filter(|member| is_complex(member.target.shape())).map(|member| option(operation, member)).collect()
}

/// Reads JSON that has lost its quotes.
fn restore(rest: &mut &str, shape: &'static Shape, depth: usize) -> Option<Document> {
    const DEEPEST: usize = 20;
    *rest = rest.trim_start();
    match shape.kind {
        _ if depth > DEEPEST => None,
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

/// Passes the end, or the comma before the next part.
fn ends(rest: &mut &str, end: char) -> Option<bool> {
    let trimmed = rest.trim_start();
    if let Some(after) = trimmed.strip_prefix(end) {
        *rest = after;
        return Some(true);
    }
    *rest = trimmed.strip_prefix(',')?;
    Some(false)
}

/// Takes the text up to the comma or bracket that ends it; brackets inside belong to it.
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
    let number = || python_json::read(text, Maps::Plain).ok();
    match shape.kind {
        Kind::String(_) | Kind::Blob | Kind::Timestamp(_) => Document::from(text),
        _ => number().unwrap_or_else(|| Document::from(text)),
    }
}
