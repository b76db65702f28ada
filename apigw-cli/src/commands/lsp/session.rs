//! The documents that an editor has open, and what it asks about them.

use std::collections::HashMap;
use std::path::Path;

use apigw_lint::{DefinitionFormat, FileFix, SourceSpan, completions, hover};
use serde_json::{Value as Json, json};

use super::position::{line_end, line_start, offset, range};
use crate::commands::lint::finding::LintedFinding;
use crate::commands::lint::settings::LintSettings;
use crate::lint;

/// The kinds of completions.
const FIELD: u8 = 5;
const VALUE: u8 = 12;
/// The rule of a document that cannot be read.
const UNREADABLE: &str = "unreadable";

/// How many findings beside a place have their fixes offered there: a document can be one line.
const MAX_BESIDE: usize = 16;

/// What is known of an editor.
pub(super) struct Session {
    /// The text of each open document, by its address.
    documents: HashMap<String, String>,
    settings: LintSettings,
}

/// A finding in a document.
struct Diagnostic {
    span: SourceSpan,
    rule: &'static str,
    is_error: bool,
    message: String,
    fixes: Vec<FileFix>,
}

impl Session {
    pub(super) fn new() -> Self {
        Self { documents: HashMap::new(), settings: settings() }
    }

    /// The answer to a request; nothing if there is no such request.
    pub(super) fn answer(&self, method: &str, params: &Json) -> Option<Json> {
        let address = params.pointer("/textDocument/uri").and_then(Json::as_str).unwrap_or_default();
        let text = self.documents.get(address).map(String::as_str).unwrap_or_default();
        let at = || params.get("position").map_or(0, |position| offset(text, position));
        Some(match method {
            "textDocument/hover" => hover(text, at()).map_or(Json::Null, |found| {
                let contents = json!({"kind": "markdown", "value": found.markdown});
                json!({"contents": contents, "range": range(text, found.span)})
            }),
            "textDocument/completion" => completions(text, at())
                .into_iter()
                .map(|found| {
                    json!({
                        "label": found.text,
                        "kind": if found.is_key { FIELD } else { VALUE },
                        "documentation": found.documentation.map(|value| json!({"kind": "markdown", "value": value})),
                        "textEdit": {"range": range(text, found.span), "newText": found.text},
                    })
                })
                .collect(),
            "textDocument/codeAction" => self.actions(address, text, params),
            _ => return None,
        })
    }

    /// The fixes of what is wrong in the lines of a range, those at the range itself first.
    fn actions(&self, address: &str, text: &str, params: &Json) -> Json {
        let edge = |name: &str| params.pointer(&format!("/range/{name}")).map_or(0, |position| offset(text, position));
        let (start, end) = (edge("start"), edge("end"));
        let diagnostics = self.diagnostics(address, text);
        let is_at = |found: &Diagnostic, start: usize, end: usize| found.span.start <= end && start <= found.span.end;
        let (first, last) = (line_start(text, start), line_end(text, end));
        let (here, beside): (Vec<_>, Vec<_>) =
            diagnostics.iter().filter(|found| is_at(found, first, last)).partition(|found| is_at(found, start, end));
        let actions = here.into_iter().chain(beside.into_iter().take(MAX_BESIDE)).flat_map(|found| {
            found.fixes.iter().map(move |fix| {
                let edits = fix.edits.iter().map(|edit| json!({"range": range(text, edit.span), "newText": edit.text}));
                let edits: Vec<_> = edits.collect();
                json!({
                    "title": fix.title,
                    "kind": "quickfix",
                    "isPreferred": fix.is_certain,
                    "diagnostics": [shown(found, text)],
                    "edit": {"changes": {address: edits}},
                })
            })
        });
        actions.collect()
    }

    /// Takes note of what became of a document; what is wrong with it is to be published.
    pub(super) fn note(&mut self, method: &str, params: &Json) -> Option<Json> {
        let address = params.pointer("/textDocument/uri")?.as_str()?.to_owned();
        match method {
            "textDocument/didOpen" => {
                let text = params.pointer("/textDocument/text")?.as_str()?.to_owned();
                self.documents.insert(address.clone(), text);
            }
            "textDocument/didChange" => {
                let text = params.get("contentChanges")?.as_array()?.last()?.get("text")?.as_str()?.to_owned();
                self.documents.insert(address.clone(), text);
            }
            "textDocument/didSave" => self.settings = settings(),
            "textDocument/didClose" => {
                self.documents.remove(&address);
            }
            _ => return None,
        }

        let text = self.documents.get(&address).map(String::as_str).unwrap_or_default();
        let found: Vec<_> = self.diagnostics(&address, text).iter().map(|found| shown(found, text)).collect();
        Some(json!({"uri": address, "diagnostics": found}))
    }

    /// What is wrong with a document, as the settings have it.
    fn diagnostics(&self, address: &str, text: &str) -> Vec<Diagnostic> {
        let mut found = self.findings(address, text);
        let is_named = |rules: &[(String, SourceSpan)], rule: &str| rules.iter().any(|(named, _)| named == rule);
        found.retain(|found| !is_named(&self.settings.allow, found.rule));
        for finding in &mut found {
            finding.is_error &= !is_named(&self.settings.warn, finding.rule);
        }
        found
    }

    fn findings(&self, address: &str, text: &str) -> Vec<Diagnostic> {
        let report = match self.settings.linter().lint(text) {
            Ok(report) => report,
            Err(error) => {
                let message = error.to_string();
                return vec![Diagnostic {
                    span: error.span,
                    rule: UNREADABLE,
                    is_error: true,
                    message,
                    fixes: Vec::new(),
                }];
            }
        };
        if report.format != DefinitionFormat::Other {
            let diagnostic = |found: apigw_lint::FileFinding| Diagnostic {
                span: found.span,
                rule: found.rule,
                is_error: found.is_error(),
                message: found.to_string(),
                fixes: found.fixes,
            };
            return report.findings.into_iter().map(diagnostic).collect();
        }

        if !text.contains(lint::SERVICE) || !lint::is_script(address, text) {
            return Vec::new();
        }
        let found = lint::lint(address, text, &[]).map(|outcome| outcome.findings).unwrap_or_default();
        let findings = found.into_iter().map(|found| LintedFinding::in_script(found, text));
        let diagnostic = |found: LintedFinding| Diagnostic {
            span: found.span,
            rule: found.rule,
            is_error: found.is_error,
            message: found.whole_sentence(),
            fixes: Vec::new(),
        };
        findings.map(diagnostic).collect()
    }
}

/// The settings of the folder that the editor works in. Those that cannot be read change nothing.
fn settings() -> LintSettings {
    LintSettings::find(Path::new(".")).unwrap_or_default()
}

/// A finding as editors are given it.
fn shown(found: &Diagnostic, text: &str) -> Json {
    json!({
        "range": range(text, found.span),
        "severity": if found.is_error { 1 } else { 2 },
        "code": found.rule,
        "source": "apigw",
        "message": found.message,
    })
}
