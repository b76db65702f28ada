//! Fixed arguments: the words to type instead of those that a finding is about.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_cli_text::shell_quote::Shell;
use apigw_cli_text::word::Word;
use apigw_spec::Violation;
use apigw_spec::path::Segment;
use apigw_spec::violation::{Focus, Problem};

use crate::check::finding::Finding;
use crate::input::{convert, secrets};
use crate::syntax::operation::{OperationArgs, option};
use crate::syntax::raw::RawValue;

/// The option with its value fixed, if the finding says what the value should be and an option gives it. What other
/// findings say about the same option is fixed too, so that one argument is enough.
pub(crate) fn argument(
    call: &OperationArgs,
    members: &Map,
    violation: &Violation,
    found: &[Finding],
    shell: Shell,
) -> Option<Vec<String>> {
    let (name, ..) = replacement(violation)?;
    let (member, raw) = call.members.iter().find(|(member, _)| member.name == name)?;

    // A value from a file has to be fixed in the file.
    let first = raw.words().first()?.text().filter(|word| !word.starts_with("file"))?;
    let mut value = members.get(name)?.clone();
    let others = found.iter().map(|finding| &finding.violation);
    for (of, rest, text) in std::iter::once(violation).chain(others).filter_map(replacement) {
        if of == name
            && let Some(place) = at(&mut value, rest)
        {
            *place = Document::from(text);
        }
    }

    // What is secret was typed, and need not be repeated.
    let value = secrets::shown(call.operation.input.shape(), member, &value);
    let shape = member.target.shape();
    let option = option(call.operation, member);
    let is_json = first.trim_start().starts_with(['{', '[']);
    let fits = |words: &Vec<String>| {
        let mut words = words.iter().map(|word| Word::from(word.as_str()));
        let raw = match raw {
            RawValue::Words(_) => RawValue::Words(words.collect()),
            _ => RawValue::Word(words.next().unwrap_or_default()),
        };
        convert::convert(&option, shape, raw).is_ok_and(|read| read == value)
    };

    let written = if is_json { None } else { plain(&value, shell).filter(fits) };
    let written = written.or_else(|| Some(vec![json::spaced(&value)]).filter(fits))?;
    Some(std::iter::once(option).chain(written).collect())
}

/// The member, the place in it and the string that should be there, if a finding says so.
fn replacement(violation: &Violation) -> Option<(&'static str, &[Segment], &str)> {
    let Problem::Format { error, .. } = &violation.problem else { return None };
    let text = error.replacement.as_deref().filter(|_| violation.focus == Focus::Value)?;
    let (Segment::Member(name), rest) = violation.path.segments.split_first()? else { return None };
    Some((name, rest, text))
}

/// A value as an argument: JSON, or itself if it is a string.
pub(crate) fn written(value: &Document) -> String {
    value.text().map_or_else(|| json::spaced(value), str::to_owned)
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

/// A string in shorthand. Programs on Windows get no double quotes from every shell, so single ones do there.
fn quoted(text: &str, shell: Shell) -> String {
    if text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:$ ".contains(c)) {
        return text.to_owned();
    }
    let quote = if matches!(shell, Shell::Pwsh | Shell::Cmd) { '\'' } else { '"' };
    let escaped = text.replace('\\', "\\\\").replace(quote, &format!("\\{quote}"));
    format!("{quote}{escaped}{quote}")
}
