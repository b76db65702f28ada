//! Baselines: files that list what was found before, so that only new findings count.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;

use super::finding::{LintedFile, LintedFinding};
use crate::failure::Failure;
use crate::terminal::replace;

/// The version of the format.
const VERSION: i128 = 1;

/// The fingerprints of the findings in a file. They change neither when lines are added above nor with the wording of
/// messages: the path, the rule, the part of the API and the text at fault make them. Equal findings are counted.
pub(super) fn fingerprints(file: &LintedFile) -> Vec<String> {
    let mut counts = HashMap::new();
    let path = file.path.replace('\\', "/");
    file.findings
        .iter()
        .map(|finding| {
            let text = finding.span.of(&file.text);
            let hash = hash(&[&path, finding.rule, &finding.part, text]);
            let count = counts.entry(hash).or_insert(0);
            *count += 1;
            format!("{hash:016x}:{count}")
        })
        .collect()
}

/// The hash by Fowler, Noll and Vo (FNV-1a, 64 bits), which is the same in every version of this program.
fn hash(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Removes what a baseline lists. Returns how many findings it hides, and how many of its entries are found no more.
pub(super) fn apply(known: &HashSet<String>, files: &mut [LintedFile]) -> (usize, usize) {
    let mut hidden = 0;
    for file in files {
        let fingerprints = fingerprints(file);
        let findings = std::mem::take(&mut file.findings);
        let before = findings.len();
        let all = findings.into_iter().zip(fingerprints);
        file.findings = all.filter(|(_, print)| !known.contains(print)).map(|(finding, _)| finding).collect();
        hidden += before - file.findings.len();
    }
    (hidden, known.len().saturating_sub(hidden))
}

/// The fingerprints that a baseline lists.
pub(super) fn read(path: &str) -> Result<HashSet<String>, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::general(format!("cannot read the baseline `{path}`: {error}")))?;
    let listed = |text: &str| {
        let parsed: serde_json::Value = serde_json::from_str(text).ok()?;
        parsed.get("version").filter(|version| **version == 1)?;
        let findings = parsed.get("findings")?.as_array()?;
        let print = |finding: &serde_json::Value| finding.get("fingerprint")?.as_str().map(str::to_owned);
        findings.iter().map(print).collect::<Option<HashSet<_>>>()
    };
    listed(&text).ok_or_else(|| {
        Failure::general(format!(
            "`{path}` is not a baseline of this version; write it again with `--write-baseline {path}`"
        ))
    })
}

/// Writes all findings to a baseline.
pub(super) fn write(path: &str, files: &[LintedFile]) -> Result<(), Failure> {
    let entry = |file: &LintedFile, finding: &LintedFinding, print: String| {
        let mut map = Map::new();
        map.insert("fingerprint", print);
        map.insert("file", file.path.replace('\\', "/"));
        map.insert("rule", finding.rule);
        if !finding.part.is_empty() {
            map.insert("part", finding.part.as_str());
        }
        Document::Map(map)
    };
    let entries = files.iter().flat_map(|file| {
        let prints = fingerprints(file);
        file.findings.iter().zip(prints).map(move |(finding, print)| entry(file, finding, print))
    });

    let mut baseline = Map::new();
    baseline.insert("version", VERSION);
    baseline.insert("findings", entries.collect::<Vec<_>>());
    let text = format!("{}\n", json::pretty(&Document::Map(baseline)));
    replace::write_output(Path::new(path), text.as_bytes())
        .map_err(|error| Failure::general(format!("cannot write the baseline `{path}`: {error}")))
}
