//! `apigw explain`: a rule, or what AWS said: why, and how to fix it.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::catalogue::{Catalogue, Certainty, KnownError, Recognized, catalogue};

use super::finding_kinds::{FindingKind, kinds};
use super::input_text;
use super::rules::{kind_object, object};
use crate::check::rules_index::{RuleEntry, entries};
use crate::failure::Failure;
use crate::syntax::choices::ListFormat;
use crate::syntax::extra_args::ExplainArgs;
use crate::terminal::stdout;

/// One thing explained.
enum Explanation<'c> {
    /// A rule.
    Rule(RuleEntry),
    /// A finding without a rule.
    Kind(FindingKind),
    /// What AWS said.
    Said(Recognized<'c>),
}

/// Explains a rule by its identifier, or what AWS said.
pub(super) fn run(args: &ExplainArgs) -> Result<(), Failure> {
    let catalogue = catalogue().map_err(Failure::general)?;
    let is_file = args.asked.is_empty();
    let text = if is_file { input_text::read(args.file.as_deref().unwrap_or("-"))? } else { args.asked.clone() };
    let lines: Vec<String> = lines(&text);

    let mut found = match named(text.trim(), catalogue) {
        Some(explanation) => vec![explanation],
        None if lines.len() > 1 => of_lines(&lines, &text, catalogue),
        None => {
            // One word is meant as an identifier or code.
            let is_word = !text.trim().contains(char::is_whitespace);
            let known = catalogue.recognize(&text).into_iter();
            let known = known.filter(|known| !(is_word && known.certainty == Certainty::Similar));
            known.map(Explanation::Said).collect()
        }
    };
    if found.is_empty() {
        return Err(unknown(text.trim(), is_file));
    }
    let others = if lines.len() > 1 || args.lists_all { 0 } else { found.len() - 1 };
    found.truncate(found.len() - others);

    match args.format {
        ListFormat::Json => {
            let objects = found.iter().map(|explanation| explanation_object(explanation, catalogue)).collect();
            stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        }
        ListFormat::Text => {
            let texts: Vec<String> = found.iter().map(|explanation| explanation_text(explanation, catalogue)).collect();
            stdout::print_report(&texts.join("\n"));
            if others > 0 {
                stdout::print(&format!("\n{others} less specific; print all with --all\n"));
            }
        }
    }
    Ok(())
}

/// The lines that say something: those of a log, or the messages of its events in JSON.
fn lines(text: &str) -> Vec<String> {
    let events = apigw_cli_text::python::json::read(text, apigw_cli_text::python::json::Maps::Plain).ok();
    let events = events.as_ref().and_then(|events| match events {
        Document::List(items) => Some(items),
        Document::Map(map) => match map.get("events") {
            Some(Document::List(items)) => Some(items),
            _ => None,
        },
        _ => None,
    });
    if let Some(events) = events {
        let messages = events.iter().filter_map(|event| event.map()?.get("message")?.text().map(str::to_owned));
        return messages.collect();
    }
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// What has this identifier.
fn named<'c>(id: &str, catalogue: &'c Catalogue) -> Option<Explanation<'c>> {
    let rule = || entries().into_iter().find(|entry| entry.id == id).map(Explanation::Rule);
    let kind = || kinds().find(|kind| kind.id == id).map(Explanation::Kind);
    let error = || catalogue.error(id).map(|error| Explanation::Said(error.in_general()));
    rule().or_else(kind).or_else(error)
}

/// Each known error of a log once, in the order of the lines. What tools break into lines is looked up as a whole.
fn of_lines<'c>(lines: &[String], text: &str, catalogue: &'c Catalogue) -> Vec<Explanation<'c>> {
    let mut found: Vec<Recognized<'c>> = Vec::new();
    for line in lines {
        let Some(first) = catalogue.contained(line).into_iter().next() else { continue };
        if found.iter().all(|known| known.error.id != first.error.id) {
            found.push(first);
        }
    }
    if found.is_empty() {
        found.extend(catalogue.recognize(text).into_iter().next());
    }
    found.into_iter().map(Explanation::Said).collect()
}

fn unknown(asked: &str, is_file: bool) -> Failure {
    if is_file {
        return Failure::parameters("no line is a known error; give the line that has the error as the argument");
    }
    let entries = entries();
    let ids = entries.iter().map(|entry| entry.id).chain(kinds().map(|kind| kind.id));
    let nearest = apigw_spec::suggest::nearest(asked, ids);
    let hint = nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
    Failure::parameters(format!("no rule has the identifier `{asked}`, and no known error has this text{hint}"))
}

/// The identifiers of the rules that prevent an error.
fn preventing(error: &KnownError, catalogue: &Catalogue) -> Vec<String> {
    let is_this = |entry: &RuleEntry| {
        let prevented = || catalogue.prevented(entry.id, entry.message).is_some_and(|known| known.id == error.id);
        entry.message.is_some_and(|message| error.quotes(message)) && prevented()
    };
    let mut ids = error.rules.clone();
    ids.extend(entries().iter().filter(|entry| is_this(entry)).map(|entry| entry.id.to_owned()));
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A name and a value, indented.
fn line(text: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        text.extend(["  ", name, ": ", value, "\n"]);
    }
}

fn explanation_text(explanation: &Explanation<'_>, catalogue: &Catalogue) -> String {
    match explanation {
        Explanation::Rule(entry) => rule_text(entry, catalogue),
        Explanation::Kind(FindingKind { id, means, .. }) => {
            let mut text = format!("{id} (finding)\n");
            line(&mut text, "means", means);
            add_error(&mut text, catalogue.prevented(id, None));
            line(&mut text, "allow it", &format!("--allow {id}"));
            text
        }
        Explanation::Said(said) => said_text(said, catalogue),
    }
}

fn rule_text(entry: &RuleEntry, catalogue: &Catalogue) -> String {
    let mut text = format!("{} ({})\n", entry.id, entry.level());
    line(&mut text, "demands", &entry.statement);
    line(&mut text, "why", entry.reason);
    line(&mut text, "fix", entry.fix.as_deref().unwrap_or_default());
    line(&mut text, "AWS says", entry.message.unwrap_or_default());
    add_error(&mut text, catalogue.prevented(entry.id, entry.message));
    line(&mut text, "evidence", &format!("{} ({})", entry.evidence.class.word(), entry.evidence.source));
    line(&mut text, "operations", &entry.operations.join(", "));
    line(&mut text, "allow it", &format!("--allow {}", entry.id));
    text
}

/// The error that a rule prevents.
fn add_error(text: &mut String, error: Option<&KnownError>) {
    if let Some(error) = error {
        line(text, "prevents", &format!("{} ({})", error.id, place(error)));
        line(text, "cure", &error.in_general().cure());
    }
}

fn said_text(said: &Recognized<'_>, catalogue: &Catalogue) -> String {
    let error = said.error;
    let mut text = String::new();
    if said.certainty == Certainty::Similar {
        text.push_str("no known error has exactly this text; the most similar one is:\n");
    }
    text.extend([error.texts.first().map_or("", String::as_str), "\n"]);
    line(&mut text, "is", &format!("{} ({})", error.id, place(error)));
    line(&mut text, "cause", &said.cause());
    line(&mut text, "cure", &said.cure());
    line(&mut text, "operations", &error.operations.join(", "));
    line(&mut text, "prevented by", &preventing(error, catalogue).join(", "));
    line(&mut text, "evidence", &error.evidence.join(", "));
    text
}

/// Where an error shows, with its code and status.
fn place(error: &KnownError) -> String {
    let place = match error.surface {
        apigw_spec::catalogue::Surface::Call => "answer to a call of the service",
        apigw_spec::catalogue::Surface::Response => "response of an API",
        apigw_spec::catalogue::Surface::Log => "execution log of an API",
    };
    let code = error.code.as_ref().map(|code| format!(", {code}")).unwrap_or_default();
    let status = error.status.map(|status| format!(", status {status}")).unwrap_or_default();
    format!("{place}{code}{status}")
}

fn explanation_object(explanation: &Explanation<'_>, catalogue: &Catalogue) -> Document {
    let said = match explanation {
        Explanation::Rule(entry) => return object(entry),
        Explanation::Kind(kind) => {
            let (id, mut map) = (kind.id, kind_object(kind));
            if let Some(error) = catalogue.prevented(id, None) {
                map.insert("error", error.id.as_str());
                map.insert("cure", error.in_general().cure());
            }
            return Document::Map(map);
        }
        Explanation::Said(said) => said,
    };

    let error = said.error;
    let list = |items: &[String]| items.iter().map(|item| Document::from(item.as_str())).collect::<Vec<_>>();
    let mut map: Map = [("error", error.id.as_str()), ("surface", error.surface.word())].into_iter().collect();
    map.insert("texts", list(&error.texts));
    if let Some(code) = &error.code {
        map.insert("code", code.as_str());
    }
    if let Some(status) = error.status {
        map.insert("status", Document::Integer(i128::from(status)));
    }
    map.insert("exact", said.certainty != Certainty::Similar);
    map.insert("cause", said.cause());
    map.insert("cure", said.cure());
    map.insert("operations", list(&error.operations));
    map.insert("rules", list(&preventing(error, catalogue)));
    map.insert("evidence", list(&error.evidence));
    Document::Map(map)
}
