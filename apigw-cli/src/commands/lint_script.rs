//! `apigw lint-script`: the API Gateway calls in scripts and CI files, checked without running them.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::{json, visible};

use super::input_text;
use crate::check::render::{on_one_line, sarif_log, uri_reference};
use crate::failure::{Failure, Status};
use crate::lint::{LintFinding, LintOutcome, lint};
use crate::syntax::choices::ReportFormat;
use crate::terminal::stdout;

/// A finding and the file it is in.
struct Located<'n> {
    file: &'n str,
    finding: LintFinding,
}

/// Checks files and reports what is found, and what was not read. Fails if there are errors, or warnings that are denied.
pub(super) fn run(
    files: &[String],
    format: ReportFormat,
    denies_warnings: bool,
    allowed: &[String],
) -> Result<(), Failure> {
    let mut located = Vec::new();
    let mut is_unread = false;
    let mut calls = 0;
    for file in files {
        match lint_file(file, allowed) {
            Ok(outcome) => {
                calls += outcome.calls;
                for unread in &outcome.unread {
                    let file = visible::name(file);
                    stdout::print_error(&format!("apigw: {file}:{}: not read: {}\n", unread.line, unread.language));
                }
                located.extend(outcome.findings.into_iter().map(|finding| Located { file, finding }));
            }
            Err(problem) => {
                stdout::print_error(&format!("apigw: {}\n", on_one_line(&problem)));
                is_unread = true;
            }
        }
    }

    let fails = located.iter().any(|located| located.finding.is_error || denies_warnings);
    match format {
        ReportFormat::Text => stdout::print_report(&render(&located, format)),
        ReportFormat::Json | ReportFormat::Sarif => stdout::print(&render(&located, format)),
    }
    stdout::print_error(&format!("apigw: {} checked in {}\n", counted(calls, "call"), counted(files.len(), "file")));
    match (is_unread, fails) {
        (true, _) => Err(Failure::AlreadyReported(Status::General)),
        (_, true) => Err(Failure::AlreadyReported(Status::Breaking)),
        _ => Ok(()),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn lint_file(file: &str, allowed: &[String]) -> Result<LintOutcome, String> {
    let text = input_text::read(file).map_err(|failure| failure.message().unwrap_or_default())?;
    lint(file, &text, allowed).map_err(|problem| format!("`{file}`: {problem}"))
}

fn render(located: &[Located<'_>], format: ReportFormat) -> String {
    match format {
        ReportFormat::Json => format!("{}\n", json::pretty(&Document::List(located.iter().map(object).collect()))),
        ReportFormat::Sarif => {
            let ids = located.iter().map(|located| located.finding.rule).collect();
            let log = sarif_log(ids, located.iter().map(result).collect());
            format!("{}\n", json::pretty(&log))
        }
        ReportFormat::Text => located.iter().map(text).collect(),
    }
}

fn text(located: &Located<'_>) -> String {
    let Located { file, finding } = located;
    let file = visible::name(file);
    let (line, column) = (finding.position.line, finding.position.column);
    let message = on_one_line(&finding.message);
    let mut text = format!("{file}:{line}:{column}: {}[{}]: {message}\n", level(located), finding.rule);
    if let Some(help) = &finding.help {
        text.extend(["    help: ", &on_one_line(help), "\n"]);
    }
    text
}

fn level(located: &Located<'_>) -> &'static str {
    if located.finding.is_error { "error" } else { "warning" }
}

fn number(value: usize) -> Document {
    Document::Integer(i128::try_from(value).unwrap_or(i128::MAX))
}

fn object(located: &Located<'_>) -> Document {
    let Located { file, finding } = located;
    let mut map = Map::new();
    map.insert("file", *file);
    map.insert("line", number(finding.position.line));
    map.insert("column", number(finding.position.column));
    map.insert("rule", finding.rule);
    map.insert("severity", level(located));
    if !finding.operation.is_empty() {
        map.insert("operation", finding.operation);
    }
    map.insert("message", finding.message.as_str());
    if let Some(help) = &finding.help {
        map.insert("help", help.as_str());
    }
    Document::Map(map)
}

/// The finding as a result of a SARIF log.
fn result(located: &Located<'_>) -> Document {
    let Located { file, finding } = located;
    let help = finding.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    let region: Map = [("startLine", number(finding.position.line)), ("startColumn", number(finding.position.column))]
        .into_iter()
        .collect();
    let artifact: Map = [("uri", uri_reference(file))].into_iter().collect();
    let mut place = Map::new();
    place.insert("artifactLocation", artifact);
    place.insert("region", region);
    let location: Map = [("physicalLocation", place)].into_iter().collect();
    let message: Map = [("text", format!("{}{help}", finding.message))].into_iter().collect();
    let mut map = Map::new();
    map.insert("ruleId", finding.rule);
    map.insert("level", level(located));
    map.insert("message", message);
    map.insert("locations", vec![Document::Map(location)]);
    Document::Map(map)
}
