//! Findings as text, JSON or SARIF.

use std::fmt::Write as _;

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::Operation;
use apigw_spec::path::Segment;

use crate::check::finding::{Finding, Refused};
use crate::check::naming::OptionNaming;
use crate::syntax::choices::ReportFormat;

/// Renders findings in a format; the structured ones have what else is wrong too.
pub(super) fn render(
    found: &[Finding],
    refused: Option<&Refused>,
    operation: &'static Operation,
    format: ReportFormat,
    fix: &dyn Fn(&Finding) -> Option<String>,
) -> String {
    let refused = || refused.into_iter();
    match format {
        ReportFormat::Json => {
            let others = refused().flat_map(|refused| refused_objects(refused, operation.name));
            let findings = others.chain(found.iter().map(|finding| object(finding, operation))).collect();
            format!("{}\n", json::pretty(&Document::List(findings)))
        }
        ReportFormat::Sarif => {
            let others = refused().flat_map(refused_results);
            let ids = refused().map(|refused| refused.rule);
            let ids = ids.chain(found.iter().map(|finding| finding.violation.rule)).collect();
            let results = others.chain(found.iter().map(|finding| result(finding, operation))).collect();
            format!("{}\n", json::pretty(&sarif_log(ids, results)))
        }
        ReportFormat::Text => {
            // Findings about one option have one fix, which follows the first of them.
            let mut shown: Vec<String> = Vec::new();
            let mut text = String::new();
            for finding in found {
                text.push_str(&line(finding, operation));
                if let Some(fix) = fix(finding).filter(|fix| !shown.contains(fix)) {
                    text.push_str(&fix);
                    shown.push(fix);
                }
            }
            text
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

/// A failure in a structured format, when nothing else is reported.
pub(crate) fn render_refused(refused: &Refused, operation: &str, format: ReportFormat) -> String {
    let document = match format {
        ReportFormat::Sarif => sarif_log(vec![refused.rule], refused_results(refused)),
        _ => Document::List(refused_objects(refused, operation)),
    };
    format!("{}\n", json::pretty(&document))
}

fn refused_objects(refused: &Refused, operation: &str) -> Vec<Document> {
    let object = |message: &String| {
        let mut map: Map = [("rule", refused.rule), ("severity", "error")].into_iter().collect();
        if !operation.is_empty() {
            map.insert("operation", operation);
        }
        map.insert("message", message.as_str());
        if !refused.help.is_empty() {
            map.insert("help", refused.help.as_str());
        }
        Document::Map(map)
    };
    refused.messages.iter().map(object).collect()
}

fn refused_results(refused: &Refused) -> Vec<Document> {
    let result = |message: &String| {
        let text = map([("text", message.as_str().into())]);
        map([("ruleId", refused.rule.into()), ("level", "error".into()), ("message", text)])
    };
    refused.messages.iter().map(result).collect()
}

/// A finding as a result of a SARIF log.
fn result(finding: &Finding, operation: &'static Operation) -> Document {
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

/// A path as a URI reference, with the characters escaped that have a meaning in URIs.
pub(crate) fn uri_reference(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.trim_start_matches("./").replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
