//! `apigw rules`: the rules that requests are checked against.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;

use crate::check::rules_index::{RuleEntry, entries};
use crate::syntax::choices::ListFormat;
use crate::terminal::stdout;

/// Lists all rules, or those of one operation.
pub(super) fn run(operation: Option<&str>, format: ListFormat) {
    let concerns = |entry: &RuleEntry| {
        let names = || entry.operations.iter().map(|name| apigw_spec::case::separated(name, '-'));
        operation.is_none_or(|wanted| entry.operations.contains(&wanted) || names().any(|name| name == wanted))
    };
    let entries: Vec<RuleEntry> = entries().into_iter().filter(concerns).collect();

    match format {
        ListFormat::Json => {
            let objects = entries.iter().map(object).collect();
            stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        }
        ListFormat::Text => {
            let width = entries.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
            let line = |entry: &RuleEntry| format!("{:width$}  {:7}  {}\n", entry.id, entry.level(), entry.reason);
            stdout::print(&entries.iter().map(line).collect::<String>());
        }
    }
}

/// A rule as JSON.
pub(super) fn object(entry: &RuleEntry) -> Document {
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
