//! `apigw rules`: the rules that requests are checked against.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::Operation;
use apigw_spec::rule::{PatchRow, PatchTable, Severity};
use apigw_spec::violation::patch_statement;

use super::finding_kinds::{FindingKind, kinds};
use crate::check::rules_index::{RuleEntry, entries};
use crate::syntax::catalog;
use crate::syntax::choices::ListFormat;
use crate::terminal::stdout;

/// Lists all rules and the findings that are of none, or the rules of one operation with its patch table.
pub(super) fn run(operation: Option<&str>, format: ListFormat) {
    let concerns = |entry: &RuleEntry| {
        let names = || entry.operations.iter().map(|name| apigw_spec::case::separated(name, '-'));
        operation.is_none_or(|wanted| entry.operations.contains(&wanted) || names().any(|name| name == wanted))
    };
    let entries: Vec<RuleEntry> = entries().into_iter().filter(concerns).collect();
    let rows = operation.and_then(patch_table).map(|table| table.rows).unwrap_or_default();

    let kinds: Vec<FindingKind> = kinds().filter(|_| operation.is_none()).collect();

    match format {
        ListFormat::Json => {
            let others = kinds.iter().map(|kind| Document::Map(kind_object(kind)));
            let objects = entries.iter().map(object).chain(rows.iter().map(row_object)).chain(others).collect();
            stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        }
        ListFormat::Text => {
            let width = entries.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
            let line = |entry: &RuleEntry| format!("{:width$}  {:7}  {}\n", entry.id, entry.level(), entry.reason);
            let mut text: String = entries.iter().map(line).collect();
            if !rows.is_empty() {
                text.push_str("\nWhat can be patched:\n");
                text.extend(rows.iter().map(|row| format!("  {}\n", patch_statement(row))));
            }
            if !kinds.is_empty() {
                let width = kinds.iter().map(|kind| kind.id.len()).max().unwrap_or_default();
                let line = |kind: &FindingKind| format!("  {:width$}  {:7}  {}\n", kind.id, kind.level, kind.means);
                text.push_str("\nFindings that are of no rule:\n");
                text.extend(kinds.iter().map(line));
            }
            stdout::print(&text);
        }
    }
}

/// What the patch operations of an update may do, by the name of the operation.
fn patch_table(name: &str) -> Option<&'static PatchTable> {
    let named = |operation: &&&Operation| operation.name == name || catalog::name(operation) == name;
    let operation = apigw_model::OPERATIONS.iter().find(named)?;
    operation.input.shape().structure().rules.patch
}

/// A path that can be patched as JSON.
fn row_object(row: &PatchRow) -> Document {
    let mut map: Map = [("patch", row.path)].into_iter().collect();
    map.insert("ops", row.ops.iter().map(|op| Document::from(op.word())).collect::<Vec<_>>());
    map.insert("says", patch_statement(row));
    map.insert("severity", if row.refusal.severity == Severity::Error { "error" } else { "warning" });
    map.insert("evidence", row.refusal.evidence.class.word());
    map.insert("source", row.refusal.evidence.source);
    if let Some(message) = row.refusal.message {
        map.insert("aws", message);
    }
    Document::Map(map)
}

/// A finding that is of no rule as JSON.
pub(super) fn kind_object(kind: &FindingKind) -> Map {
    [("rule", kind.id), ("severity", kind.level), ("says", kind.means)].into_iter().collect()
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
