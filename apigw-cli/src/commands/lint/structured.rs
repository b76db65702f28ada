//! Findings in files as JSON and as a SARIF log.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;

use super::baseline::fingerprints;
use super::finding::{LintedFile, LintedFinding};
use crate::check::render::{sarif_log, uri_reference};

/// The name of fingerprints in SARIF, with their version.
const FINGERPRINT: &str = "apigwFinding/v1";

/// One JSON list.
pub(super) fn json(files: &[LintedFile]) -> String {
    let findings = files.iter().flat_map(|file| file.findings.iter().map(|finding| object(file, finding)));
    format!("{}\n", json::pretty(&Document::List(findings.map(Document::Map).collect())))
}

/// A log of SARIF 2.1.0.
pub(super) fn sarif(files: &[LintedFile]) -> String {
    let ids = files.iter().flat_map(|file| &file.findings).map(|finding| finding.rule).collect();
    let results = files.iter().flat_map(|file| {
        let prints = fingerprints(file);
        file.findings.iter().zip(prints).map(|(finding, print)| result(file, finding, &print))
    });
    format!("{}\n", json::pretty(&sarif_log(ids, results.collect())))
}

fn number(value: usize) -> Document {
    Document::Integer(i128::try_from(value).unwrap_or(i128::MAX))
}

fn object(file: &LintedFile, finding: &LintedFinding) -> Map {
    let [line, column, end_line, end_column] = file.positions(finding);
    let mut map = Map::new();
    map.insert("file", file.path.as_str());
    map.insert("line", number(line));
    map.insert("column", number(column));
    map.insert("endLine", number(end_line));
    map.insert("endColumn", number(end_column));
    map.insert("rule", finding.rule);
    map.insert("severity", finding.level());
    if !finding.part.is_empty() {
        map.insert("part", finding.part.as_str());
    }
    map.insert("message", finding.message.as_str());
    if let Some(help) = &finding.help {
        map.insert("help", help.as_str());
    }
    map
}

fn entry(name: &str, value: impl Into<Document>) -> Document {
    let map: Map = [(name, value.into())].into_iter().collect();
    Document::Map(map)
}

/// The finding as a result of a SARIF log.
fn result(file: &LintedFile, finding: &LintedFinding, fingerprint: &str) -> Document {
    let names = ["startLine", "startColumn", "endLine", "endColumn"];
    let region: Map = names.into_iter().zip(file.positions(finding).map(number)).collect();
    let mut place = Map::new();
    place.insert("artifactLocation", entry("uri", uri_reference(&file.path)));
    place.insert("region", Document::Map(region));

    let mut map = Map::new();
    map.insert("ruleId", finding.rule);
    map.insert("level", finding.level());
    map.insert("message", entry("text", finding.whole_sentence()));
    map.insert("locations", vec![entry("physicalLocation", Document::Map(place))]);
    map.insert("partialFingerprints", entry(FINGERPRINT, fingerprint));
    Document::Map(map)
}
