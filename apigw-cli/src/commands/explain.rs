//! `apigw explain`: a rule, or an error of AWS and the rules that prevent it.

use apigw_cli_text::document::Document;
use apigw_cli_text::json;

use super::rules::object;
use crate::check::rules_index::{RuleEntry, entries};
use crate::failure::Failure;
use crate::syntax::choices::ListFormat;
use crate::terminal::stdout;

/// Explains a rule by its identifier, or an error by its text.
pub(super) fn run(asked: &str, format: ListFormat) -> Result<(), Failure> {
    let entries = entries();
    let matching: Vec<&RuleEntry> = match entries.iter().find(|entry| entry.id == asked) {
        Some(entry) => vec![entry],
        None => entries.iter().filter(|entry| entry.prevents(asked)).collect(),
    };
    if matching.is_empty() {
        return Err(unknown(asked, &entries));
    }

    match format {
        ListFormat::Json => {
            let objects = matching.into_iter().map(object).collect();
            stdout::print(&format!("{}\n", json::pretty(&Document::List(objects))));
        }
        ListFormat::Text => {
            let texts: Vec<String> = matching.into_iter().map(text).collect();
            stdout::print(&texts.join("\n"));
        }
    }
    Ok(())
}

fn unknown(asked: &str, entries: &[RuleEntry]) -> Failure {
    let nearest = apigw_spec::suggest::nearest(asked, entries.iter().map(|entry| entry.id));
    let hint = nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
    Failure::parameters(format!("no rule has the identifier `{asked}` or prevents this error{hint}"))
}

fn text(entry: &RuleEntry) -> String {
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
    line("demands", &entry.statement);
    line("why", entry.reason);
    line("fix", entry.fix.as_deref().unwrap_or_default());
    line("AWS says", entry.message.unwrap_or_default());
    line("evidence", &format!("{} ({})", entry.evidence.class.word(), entry.evidence.source));
    line("operations", &entry.operations.join(", "));
    line("allow it", &format!("--allow {}", entry.id));
    text
}
