//! Values that arrived otherwise than they were meant: quotes and backslashes of another shell, quotes that are missing,
//! an object where the service takes a string. Each is shown as it has to be typed.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_cli_text::python::json as python;
use apigw_cli_text::shell_quote::Shell;
use apigw_cli_text::word::Word;
use apigw_spec::secrecy::REDACTED;
use apigw_spec::{Kind, Member, Shape};

use crate::check::{fix, lost_quotes};
use crate::failure::Failure;
use crate::input::{convert, input_file, secrets};
use crate::syntax::command::{self, Command};
use crate::syntax::globals;
use crate::syntax::operation::{OperationArgs, option};
use crate::syntax::raw::RawValue;

/// What to type, and for which shell if it is a certain one.
pub(super) struct Advice {
    pub(super) why: String,
    pub(super) argument: Vec<String>,
    pub(super) shell: Option<Shell>,
}

/// The call that the words make, if they make one.
pub(super) fn call(words: &[String]) -> Option<Box<OperationArgs>> {
    let words: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
    let reading = globals::read(&words).ok()?;
    match command::read(&reading.command, reading.rest).ok()? {
        Command::Operation(call) => Some(call),
        _ => None,
    }
}

/// How to type the values that arrived otherwise than they were meant, as far as that can be seen.
pub(super) fn advice(call: &OperationArgs, failure: &Failure) -> Vec<Advice> {
    let kept = kept_quotes(call);
    if !kept.is_empty() {
        return kept;
    }
    match failure {
        Failure::OptionValue { .. } => escaped_input(call).into_iter().chain(unquoted(call)).collect(),
        Failure::Coded { .. } => call.members.iter().filter_map(|(member, raw)| typed(call, member, raw)).collect(),
        _ => Vec::new(),
    }
}

/// What the input file or the values of options say with another type than the service takes, where no option shows it.
pub(super) fn notes(call: &OperationArgs) -> Vec<String> {
    let mut members = Map::new();
    if input_file::add_members(&mut members, call).is_err() {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for member in call.operation.input.shape().members() {
        if let Some(value) = members.get(member.name) {
            let value = &secrets::shown(call.operation.input.shape(), member, value);
            note(value, member.target.shape(), member.name, &mut notes);
        }
    }

    for (member, raw) in &call.members {
        let is_flag = |value: &Document| matches!(value, Document::Text(_));
        if let Kind::Map { value: target, .. } = member.target.shape().kind
            && matches!(target.shape().kind, Kind::Boolean)
            && let Ok(Document::Map(map)) = convert::convert("", member.target.shape(), raw.clone())
            && let Some((key, _)) = map.iter().find(|(_, value)| is_flag(value))
        {
            let option = option(call.operation, member);
            notes.push(format!(
                "a value of {option} is true or false, such as {key}=false; it declares, it gives no value"
            ));
        }
    }
    notes
}

/// Values in single quotes: the command prompt of Windows does not remove them.
fn kept_quotes(call: &OperationArgs) -> Vec<Advice> {
    let inner = |word: &Word| {
        let text = word.text()?;
        text.strip_prefix('\'')?.strip_suffix('\'').filter(|inner| !inner.is_empty()).map(str::to_owned)
    };
    let mut found = Vec::new();
    let mut add = |option: String, value: String| {
        let why = "the single quotes arrived with the value".to_owned();
        let argument = vec![option, value];
        found.push(Advice { why, argument, shell: Some(Shell::Cmd) });
    };

    for (member, raw) in &call.members {
        let [word] = raw.words() else { continue };
        let Some(value) = inner(word) else { continue };
        let option = option(call.operation, member);
        let words = [option.clone(), value.clone()];
        let restored = lost_quotes::restored(&words, call.operation).map(|[_, json]| json);
        let words = vec![restored.unwrap_or(value)];
        let Some(shown) = shown(call, member, raw, words).pop() else { continue };
        add(option, shown);
    }
    for (option, word) in [("--cli-input-json", &call.input_json), ("--cli-input-yaml", &call.input_yaml)] {
        if let Some(value) = word.as_ref().and_then(inner) {
            add(option.to_owned(), secrets::shown_text(call.operation.input.shape(), &value));
        }
    }
    found
}

/// JSON with the backslashes that another shell needs.
fn unescaped(text: &str) -> Option<String> {
    let plain = text.contains("\\\"").then(|| text.replace("\\\"", "\""))?;
    python::read(&plain, python::Maps::Plain).is_ok().then_some(plain)
}

fn escaped_input(call: &OperationArgs) -> Option<Advice> {
    let text = call.input_json.as_ref()?.text()?;
    let text = secrets::shown_text(call.operation.input.shape(), &unescaped(text)?);
    let argument = vec!["--cli-input-json".to_owned(), text];
    Some(Advice { why: "the backslashes arrived with the JSON".to_owned(), argument, shell: None })
}

/// Values that cannot be read for want of quotes, or for backslashes too many.
fn unquoted(call: &OperationArgs) -> Vec<Advice> {
    let failed = |(member, raw): &&(&'static Member, RawValue)| {
        convert::convert("", member.target.shape(), (*raw).clone()).is_err()
    };
    let fixed = |(member, raw): &(&'static Member, RawValue)| {
        let texts: Vec<&str> = raw.words().iter().filter_map(Word::text).collect();
        let shape = member.target.shape();
        let escaped: Option<Vec<String>> = texts.iter().map(|text| unescaped(text)).collect();
        let (why, words) = match escaped.filter(|words| !words.is_empty()) {
            Some(words) => ("the backslashes arrived with the JSON", words),
            None => {
                let words = texts.iter().map(|text| quoted_pairs(text, shape).unwrap_or_else(|| (*text).to_owned()));
                ("a value with `{`, `[` or quotes needs quotes of its own in shorthand", words.collect())
            }
        };
        convert::convert("", shape, with_words(raw, &words)).ok()?;
        let words = shown(call, member, raw, words);
        let argument = std::iter::once(option(call.operation, member)).chain(words).collect();
        Some(Advice { why: why.to_owned(), argument, shell: None })
    };
    call.members.iter().filter(failed).filter_map(fixed).collect()
}

/// The value of an option with other words.
fn with_words(raw: &RawValue, words: &[String]) -> RawValue {
    match raw {
        RawValue::Words(_) => RawValue::Words(words.iter().map(|word| Word::from(word.as_str())).collect()),
        _ => RawValue::Word(words.first().map(String::as_str).unwrap_or_default().into()),
    }
}

/// The words of an option as they may be shown; JSON if something is left out.
fn shown(call: &OperationArgs, member: &'static Member, raw: &RawValue, words: Vec<String>) -> Vec<String> {
    let input = call.operation.input.shape();
    if !secrets::can_hide(input, member) {
        return words;
    }
    match convert::convert("", member.target.shape(), with_words(raw, &words)) {
        Ok(value) => match secrets::shown(input, member, &value) {
            shown if shown == value => words,
            shown => vec![fix::written(&shown)],
        },
        Err(_) => vec![REDACTED.to_owned()],
    }
}

/// Shorthand with each value in quotes that needs them.
fn quoted_pairs(text: &str, shape: &'static Shape) -> Option<String> {
    let item = if let Kind::List(item) = shape.kind { item.shape() } else { shape };
    let is_key = |key: &str| match item.kind {
        Kind::Structure(structure) => structure.member(key).is_some(),
        _ => !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_.#/:".contains(c)),
    };

    // The places where a pair begins: after a comma, a key and an equals sign.
    let begins = |at: &usize| {
        let is_first = *at == 0 || text.get(at - 1..*at) == Some(",");
        is_first && text.get(*at..).and_then(|rest| rest.split_once('=')).is_some_and(|(key, _)| is_key(key))
    };
    let starts: Vec<usize> = (0..text.len()).filter(begins).collect();
    if starts.first() != Some(&0) {
        return None;
    }
    let mut pairs = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |next| next - 1);
        let (key, value) = text.get(*start..end)?.split_once('=')?;
        let is_quoted = value.len() > 1
            && [('"', '"'), ('\'', '\'')].iter().any(|(a, b)| value.starts_with(*a) && value.ends_with(*b));
        let is_plain = !value.contains(['{', '}', '[', ']', '"', '\'', ',', '=']);
        pairs.push(if is_plain || is_quoted {
            format!("{key}={value}")
        } else {
            format!("{key}={}", in_quotes(value))
        });
    }
    Some(pairs.join(","))
}

fn in_quotes(value: &str) -> String {
    if value.contains('"') && !value.contains('\'') {
        return format!("'{value}'");
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// An option whose value has another type than the service takes, with the value that it can only mean.
fn typed(call: &OperationArgs, member: &'static Member, raw: &RawValue) -> Option<Advice> {
    let shape = member.target.shape();
    let value = convert::convert("", shape, raw.clone()).ok()?;
    let fixed = meant(&value, shape)?;
    if fixed == value {
        return None;
    }
    let fixed = secrets::shown(call.operation.input.shape(), member, &fixed);
    let argument = vec![option(call.operation, member), fix::written(&fixed)];
    let why = "the service takes a string there".to_owned();
    Some(Advice { why, argument, shell: None })
}

/// The value with strings where the service takes strings: a list of strings is one with commas, an object is JSON.
fn meant(value: &Document, shape: &'static Shape) -> Option<Document> {
    Some(match (shape.kind, value) {
        (Kind::String(_), Document::List(items)) => {
            let texts: Option<Vec<&str>> = items.iter().map(Document::text).collect();
            Document::Text(texts.map_or_else(|| json::compact(value), |texts| texts.join(",")))
        }
        (Kind::String(_), Document::Map(_)) => Document::Text(json::compact(value)),
        (Kind::String(_), Document::Boolean(value)) => Document::Text(value.to_string()),
        (Kind::String(_), Document::Integer(value)) => Document::Text(value.to_string()),
        (Kind::Structure(structure), Document::Map(map)) => {
            let entry = |(name, value): (&str, &Document)| {
                let (_, member) = structure.member(name)?;
                Some((name.to_owned(), meant(value, member.target.shape())?))
            };
            Document::Map(map.iter().map(entry).collect::<Option<Map>>()?)
        }
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            let entry = |(name, value): (&str, &Document)| Some((name.to_owned(), meant(value, target.shape())?));
            Document::Map(map.iter().map(entry).collect::<Option<Map>>()?)
        }
        (Kind::List(item), Document::List(items)) => {
            Document::List(items.iter().map(|value| meant(value, item.shape())).collect::<Option<_>>()?)
        }
        _ => value.clone(),
    })
}

/// Says of each object or list in an input file that it has to be one JSON string, and shows the string.
fn note(value: &Document, shape: &'static Shape, path: &str, notes: &mut Vec<String>) {
    match (shape.kind, value) {
        (Kind::String(_), Document::Map(_) | Document::List(_)) => {
            let text = json::compact(&Document::Text(json::compact(value)));
            notes.push(format!("{path} has to be one string; write {text}"));
        }
        (Kind::Structure(structure), Document::Map(map)) => {
            for (name, value) in map.iter() {
                if let Some((_, member)) = structure.member(name) {
                    note(value, member.target.shape(), &format!("{path}.{name}"), notes);
                }
            }
        }
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            for (name, value) in map.iter() {
                note(value, target.shape(), &format!("{path}.{name}"), notes);
            }
        }
        (Kind::List(item), Document::List(items)) => {
            for (index, value) in items.iter().enumerate() {
                note(value, item.shape(), &format!("{path}[{index}]"), notes);
            }
        }
        _ => {}
    }
}
