//! Findings as text, JSON or SARIF.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::Operation;
use apigw_spec::path::Segment;

use crate::check::finding::Finding;
use crate::check::naming::OptionNaming;
use crate::syntax::choices::ReportFormat;

/// Renders findings in a format.
pub(super) fn render(
    found: &[Finding],
    operation: &'static Operation,
    format: ReportFormat,
    fix: &dyn Fn(&Finding) -> Option<String>,
) -> String {
    match format {
        ReportFormat::Json => {
            let findings = found.iter().map(|finding| object(finding, operation)).collect();
            format!("{}\n", json::pretty(&Document::List(findings)))
        }
        ReportFormat::Sarif => format!("{}\n", json::pretty(&sarif(found, operation))),
        ReportFormat::Text => {
            let text = |finding| line(finding, operation) + &fix(finding).unwrap_or_default();
            found.iter().map(text).collect()
        }
    }
}

fn line(finding: &Finding, operation: &'static Operation) -> String {
    let violation = &finding.violation;
    let text = violation.render(&OptionNaming(operation));
    format!("apigw: {}[{}]: {}\n", level(finding), violation.rule, on_one_line(&text))
}

/// Escapes line breaks and control characters in a message, since the values that it quotes can hold anything.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() { line.extend(c.escape_default()) } else { line.push(c) }
    }
    line
}

fn level(finding: &Finding) -> &'static str {
    if finding.blocks { "error" } else { "warning" }
}

fn object(finding: &Finding, operation: &'static Operation) -> Document {
    let violation = &finding.violation;
    let mut map = Map::new();
    map.insert("rule", violation.rule);
    map.insert("severity", level(finding));
    map.insert("operation", operation.name);
    map.insert("path", violation.path.to_string());
    map.insert("pointer", pointer(finding));
    map.insert("message", violation.to_string());
    if !violation.reason.is_empty() {
        map.insert("reason", violation.reason);
    }
    if let Some((offset, length)) = violation.span {
        let place: Map = [("offset", number(offset)), ("length", number(length))].into_iter().collect();
        map.insert("span", place);
    }
    map.insert("evidence", violation.evidence.class.word());
    if let Some(message) = violation.message {
        map.insert("aws", message);
    }
    Document::Map(map)
}

/// The position of a finding as a JSON pointer into the input.
fn pointer(finding: &Finding) -> String {
    let segments = finding.violation.path.segments.iter().filter_map(|segment| match segment {
        Segment::Member(name) => Some((*name).to_owned()),
        Segment::Index(index) => Some(index.to_string()),
        Segment::Key(key) => Some(key.clone()),
        Segment::HiddenKey => None,
    });
    let segments: Vec<String> = segments.collect();
    apigw_model::patch::pointer(&segments.iter().map(String::as_str).collect::<Vec<_>>())
}

fn number(value: usize) -> Document {
    Document::Integer(i128::try_from(value).unwrap_or(i128::MAX))
}

fn map<const N: usize>(entries: [(&str, Document); N]) -> Document {
    Document::Map(entries.into_iter().collect())
}

/// The log in SARIF, the format that code scanning tools exchange.
fn sarif(found: &[Finding], operation: &'static Operation) -> Document {
    let result = |finding: &Finding| {
        let place = map([
            ("name", operation.name.into()),
            ("fullyQualifiedName", format!("{}{}", operation.name, pointer(finding)).into()),
            ("kind", "member".into()),
        ]);
        map([
            ("ruleId", finding.violation.rule.into()),
            ("level", level(finding).into()),
            ("message", map([("text", finding.violation.to_string().into())])),
            ("locations", vec![map([("logicalLocations", vec![place].into())])].into()),
        ])
    };
    let ids = found.iter().map(|finding| finding.violation.rule).collect();
    sarif_log(ids, found.iter().map(result).collect())
}

/// A log of results, with their rules.
pub(crate) fn sarif_log(mut ids: Vec<&str>, results: Vec<Document>) -> Document {
    ids.sort_unstable();
    ids.dedup();
    let rules = ids.into_iter().map(|id| map([("id", id.into())])).collect::<Vec<_>>();
    let driver = map([
        ("name", "apigw".into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("informationUri", env!("CARGO_PKG_REPOSITORY").into()),
        ("rules", rules.into()),
    ]);
    let run = map([("tool", map([("driver", driver)])), ("results", results.into())]);
    map([
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json".into()),
        ("version", "2.1.0".into()),
        ("runs", vec![run].into()),
    ])
}
