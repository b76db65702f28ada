//! `apigw rules` and `apigw explain`: what the rules are, and what an error of AWS means.

use apigw_cli_text::argparse::{Check, Positional, Takes};
use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;

use super::{value, valued};
use crate::check::rules_index::{Entry, entries};
use crate::failure::Failure;
use crate::terminal::stdout;

/// Lists the rules, all or those of one operation.
pub(super) fn list(words: &[String]) -> Result<(), Failure> {
    let found = super::read(&[format_flag()], &[Positional { name: "operation", is_required: false }], words)?;
    let wanted = found.positionals.iter().flatten().next();
    let concerns = |entry: &Entry| {
        let names = || entry.operations.iter().map(|name| apigw_spec::case::separated(name, '-'));
        wanted.is_none_or(|wanted| entry.operations.contains(&wanted.as_str()) || names().any(|name| name == **wanted))
    };
    let entries: Vec<Entry> = entries().into_iter().filter(concerns).collect();
    if value(&found, "--format") == Some("json") {
        let objects = entries.iter().map(object).collect();
        stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        return Ok(());
    }
    let width = entries.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
    let line = |entry: &Entry| format!("{:width$}  {:7}  {}\n", entry.id, entry.level(), entry.reason);
    stdout::print(&entries.iter().map(line).collect::<String>());
    Ok(())
}

/// Explains a rule by its identifier, or an error by its text.
pub(super) fn explain(words: &[String]) -> Result<(), Failure> {
    let found = super::read(&[format_flag()], &[Positional { name: "rule or error", is_required: true }], words)?;
    let asked: Vec<&str> = found.positionals.iter().flatten().chain(&found.rest).map(String::as_str).collect();
    let asked = asked.join(" ");
    let entries = entries();
    let matching: Vec<&Entry> = match entries.iter().find(|entry| entry.id == asked) {
        Some(entry) => vec![entry],
        None => entries.iter().filter(|entry| entry.prevents(&asked)).collect(),
    };
    if matching.is_empty() {
        return Err(unknown(&asked, &entries));
    }
    if value(&found, "--format") == Some("json") {
        let objects = matching.into_iter().map(object).collect();
        stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        return Ok(());
    }
    let texts: Vec<String> = matching.into_iter().map(text).collect();
    stdout::print(&texts.join("\n"));
    Ok(())
}

fn format_flag() -> apigw_cli_text::argparse::Flag<&'static str> {
    let mut flag = valued("--format");
    flag.takes = Takes::One(Check::Choice(&["text", "json"]));
    flag
}

fn unknown(asked: &str, entries: &[Entry]) -> Failure {
    let nearest = apigw_spec::suggest::nearest(asked, entries.iter().map(|entry| entry.id));
    let hint = nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
    Failure::parameters(format!("no rule is called `{asked}` or prevents that error{hint}"))
}

fn text(entry: &Entry) -> String {
    let mut text = format!("{} ({})\n", entry.id, entry.level());
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str("  ");
            text.push_str(name);
            text.push_str(": ");
            text.push_str(value);
            text.push('\n');
        }
    };
    line("says", &entry.statement);
    line("why", entry.reason);
    line("fix", entry.fix.as_deref().unwrap_or_default());
    line("AWS says", entry.message.unwrap_or_default());
    line("known", &format!("{} ({})", entry.evidence.class.word(), entry.evidence.source));
    line("operations", &entry.operations.join(", "));
    line("allow it", &format!("--allow {}", entry.id));
    text
}

fn object(entry: &Entry) -> Document {
    let mut map = Map::new();
    map.insert("rule", entry.id);
    map.insert("severity", entry.level());
    map.insert("says", entry.statement.as_str());
    map.insert("reason", entry.reason);
    map.insert("evidence", entry.evidence.class.word());
    map.insert("source", entry.evidence.source);
    if let Some(message) = entry.message {
        map.insert("aws", message);
    }
    if let Some(fix) = &entry.fix {
        map.insert("fix", fix.as_str());
    }
    map.insert("operations", entry.operations.iter().map(|name| Document::from(*name)).collect::<Vec<_>>());
    Document::Map(map)
}
