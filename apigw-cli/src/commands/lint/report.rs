//! Findings in files as text with the source, as JSON, as a SARIF log, and as commands of GitHub Actions.

use std::io::IsTerminal as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_lint::FileFinding;

use crate::check::render::{on_one_line, sarif_log, uri_reference};
use crate::syntax::choices::FileReportFormat;

/// A file with what is wrong with it.
pub(super) struct LintedFile {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) findings: Vec<FileFinding>,
}

/// Renders what is found in files.
pub(super) fn render(files: &[LintedFile], format: FileReportFormat) -> String {
    let all = || files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)));
    match format {
        FileReportFormat::Text => {
            let is_plain = !std::io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some();
            let renderer = if is_plain { Renderer::plain() } else { Renderer::styled() };
            all().map(|(file, finding)| text(file, finding, &renderer)).collect()
        }
        FileReportFormat::Json => {
            let findings = all().map(|(file, finding)| Document::Map(object(file, finding))).collect();
            format!("{}\n", json::pretty(&Document::List(findings)))
        }
        FileReportFormat::Sarif => {
            let ids = all().map(|(_, finding)| finding.rule).collect();
            let log = sarif_log(ids, all().map(|(file, finding)| result(file, finding)).collect());
            format!("{}\n", json::pretty(&log))
        }
        FileReportFormat::GitHub => all().map(|(file, finding)| annotation(file, finding)).collect(),
    }
}

fn level(finding: &FileFinding) -> &'static str {
    if finding.is_error() { "error" } else { "warning" }
}

/// The finding with its line, as compilers print it.
fn text(file: &LintedFile, finding: &FileFinding, renderer: &Renderer) -> String {
    let (line, _) = finding.span.position(&file.text);
    let start = file.text.get(..finding.span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = file.text.get(start..).unwrap_or_default();
    let source = rest.lines().next().unwrap_or_default();
    let from = (finding.span.start - start).min(source.len());
    let to = (finding.span.end - start).clamp(from, source.len());

    let title = on_one_line(&finding.to_string());
    let kind = if finding.is_error() { Level::ERROR } else { Level::WARNING };
    let annotation = AnnotationKind::Primary.span(from..to);
    let snippet = Snippet::source(source).path(file.path.as_str()).line_start(line).annotation(annotation);
    let group = kind.primary_title(title).id(finding.rule).element(snippet);
    format!("{}\n\n", renderer.render(&[group]))
}

fn number(value: usize) -> Document {
    Document::Integer(i128::try_from(value).unwrap_or(i128::MAX))
}

fn object(file: &LintedFile, finding: &FileFinding) -> Map {
    let (line, column) = finding.span.position(&file.text);
    let (end_line, end_column) = finding.span.end_position(&file.text);
    let mut map = Map::new();
    map.insert("file", file.path.as_str());
    map.insert("line", number(line));
    map.insert("column", number(column));
    map.insert("endLine", number(end_line));
    map.insert("endColumn", number(end_column));
    map.insert("rule", finding.rule);
    map.insert("severity", level(finding));
    if !finding.part.is_empty() {
        map.insert("part", finding.part.as_str());
    }
    map.insert("message", finding.message.as_str());
    map
}

fn entry(name: &str, value: impl Into<Document>) -> Document {
    let map: Map = [(name, value.into())].into_iter().collect();
    Document::Map(map)
}

/// The finding as a result of a SARIF log.
fn result(file: &LintedFile, finding: &FileFinding) -> Document {
    let (line, column) = finding.span.position(&file.text);
    let (end_line, end_column) = finding.span.end_position(&file.text);
    let mut region = Map::new();
    region.insert("startLine", number(line));
    region.insert("startColumn", number(column));
    region.insert("endLine", number(end_line));
    region.insert("endColumn", number(end_column));

    let mut place = Map::new();
    place.insert("artifactLocation", entry("uri", uri_reference(&file.path)));
    place.insert("region", Document::Map(region));
    let mut map = Map::new();
    map.insert("ruleId", finding.rule);
    map.insert("level", level(finding));
    map.insert("message", entry("text", finding.to_string()));
    map.insert("locations", vec![entry("physicalLocation", Document::Map(place))]);
    Document::Map(map)
}

/// The finding as a command of GitHub Actions.
fn annotation(file: &LintedFile, finding: &FileFinding) -> String {
    let (line, column) = finding.span.position(&file.text);
    let (end_line, end_column) = finding.span.end_position(&file.text);
    let value = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| value(text).replace(':', "%3A").replace(',', "%2C");
    format!(
        "::{} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}\n",
        level(finding),
        property(&file.path),
        property(finding.rule),
        value(&finding.to_string())
    )
}
