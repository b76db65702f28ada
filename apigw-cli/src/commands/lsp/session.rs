//! The documents that an editor has open, and what it asks about them.

use std::collections::{BTreeSet, HashMap};

use apigw_lint::{DefinitionFormat, FileFinding, FileFix, SourceSpan, completions, hover};
use serde_json::{Value as Json, json};

use super::beside::{self, Module, OpenFiles};
use super::position::{line_end, line_start, offset, range};
use super::workspace::Workspace;
use crate::commands::lint::finding::LintedFinding;
use crate::lint;

/// The kinds of completions.
const FIELD: u8 = 5;
const VALUE: u8 = 12;
/// The notification that the editor works in other folders.
const FOLDERS: &str = "workspace/didChangeWorkspaceFolders";
/// The notification that a document is saved.
const SAVED: &str = "textDocument/didSave";
/// The rule of a document that cannot be read.
const UNREADABLE: &str = "unreadable";

/// How many findings beside a place have their fixes offered there: a document can be one line.
const MAX_BESIDE: usize = 16;

/// What is known of an editor.
pub(super) struct Session {
    /// The text of each open document, by its address.
    documents: HashMap<String, String>,
    /// What is found in each open document, by its address.
    linted: HashMap<String, Linted>,
    workspace: Workspace,
}

/// What is found in a document and in the files that it includes.
#[derive(Default)]
struct Linted {
    own: Vec<Diagnostic>,
    /// The files in which something is wrong, by their addresses, with their texts.
    included: Vec<(String, String, Vec<Diagnostic>)>,
    /// The paths of all files that it includes.
    asked: Vec<String>,
    /// The module that it is a file of.
    module: Option<Module>,
}

/// A finding in a document.
#[derive(Clone)]
struct Diagnostic {
    span: SourceSpan,
    rule: &'static str,
    is_error: bool,
    message: String,
    fixes: Vec<FileFix>,
}

impl Session {
    /// A session that an editor begins with some parameters.
    pub(super) fn new(params: &Json) -> Self {
        Self { documents: HashMap::new(), linted: HashMap::new(), workspace: Workspace::new(params) }
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
        let (_, diagnostics) = self.diagnostics(address);
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

    /// Takes note of what became of a document. What is wrong with it, with the documents that include it, and with what it
    /// includes, is to be published; if the settings are others now, what is wrong with all documents.
    pub(super) fn note(&mut self, method: &str, params: &Json) -> Vec<Json> {
        if method == FOLDERS {
            self.workspace.change_folders(params.get("event").unwrap_or(&Json::Null));
            let all: Vec<_> = self.documents.keys().cloned().collect();
            let concerned = self.lint_again(&all);
            return concerned.iter().map(|address| self.published(address)).collect();
        }
        let Some(address) = self.changed(method, params) else { return Vec::new() };
        let has_other_settings = method == SAVED && self.workspace.reload();
        let path = beside::path(&address);
        let module = path.as_deref().and_then(Module::of);
        let includes = |linted: &Linted| path.as_ref().is_some_and(|path| linted.asked.contains(path));
        let is_beside = |linted: &Linted| linted.module.is_some() && linted.module == module;
        let is_concerned = |linted: &Linted| has_other_settings || includes(linted) || is_beside(linted);
        let others = self.linted.iter().filter(|(known, linted)| **known != address && is_concerned(linted));
        let wanted: Vec<_> = [address.clone()].into_iter().chain(others.map(|(known, _)| known.clone())).collect();

        // The document itself first.
        let mut concerned = self.lint_again(&wanted);
        concerned.remove(&address);
        [address].iter().chain(&concerned).map(|address| self.published(address)).collect()
    }

    /// Lints documents again. Returns their addresses, and those of the files that they include or have included.
    fn lint_again(&mut self, wanted: &[String]) -> BTreeSet<String> {
        let mut concerned: BTreeSet<_> = wanted.iter().cloned().collect();
        for known in wanted {
            let before = self.linted.remove(known).unwrap_or_default();
            concerned.extend(before.included.into_iter().map(|(included, ..)| included));
            if let Some(text) = self.documents.get(known) {
                let linted = self.lint(known, text);
                concerned.extend(linted.included.iter().map(|(included, ..)| included.clone()));
                self.linted.insert(known.clone(), linted);
            }
        }
        concerned
    }

    /// What is wrong with a document, as it is published.
    fn published(&self, address: &str) -> Json {
        let (text, found) = self.diagnostics(address);
        let found: Vec<_> = found.iter().map(|found| shown(found, text)).collect();
        json!({"uri": address, "diagnostics": found})
    }

    /// The address of a document that has changed.
    fn changed(&mut self, method: &str, params: &Json) -> Option<String> {
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
            SAVED => {}
            "textDocument/didClose" => {
                self.documents.remove(&address);
            }
            _ => return None,
        }
        Some(address)
    }

    /// The text of a document, and what is wrong with it: by itself, and as a part of those that include it.
    fn diagnostics(&self, address: &str) -> (&str, Vec<Diagnostic>) {
        let own = self.linted.get(address);
        let mut text = self.documents.get(address).map(String::as_str);
        let mut found = own.map(|linted| linted.own.clone()).unwrap_or_default();
        let including = self.linted.values().flat_map(|linted| &linted.included);
        for (_, file, diagnostics) in including.filter(|(included, ..)| included == address) {
            text = text.or(Some(file));
            for diagnostic in diagnostics {
                let is_same = |known: &Diagnostic| known.span == diagnostic.span && known.rule == diagnostic.rule;
                if !found.iter().any(is_same) {
                    found.push(diagnostic.clone());
                }
            }
        }
        found.sort_by_key(|diagnostic| diagnostic.span);
        (text.unwrap_or_default(), found)
    }

    /// What is found in a document, as the settings have it.
    fn lint(&self, address: &str, text: &str) -> Linted {
        let beside = OpenFiles::new(address, &self.documents, &self.workspace);
        let report = match self.workspace.linter().lint_beside(text, &beside) {
            Ok(report) => report,
            Err(error) => {
                let (span, message) = (error.span, error.to_string());
                let own = vec![Diagnostic { span, rule: UNREADABLE, is_error: true, message, fixes: Vec::new() }];
                return Linted { own, ..Linted::default() };
            }
        };
        if report.format == DefinitionFormat::Other {
            return Linted { own: self.enforced(in_scripts(address, text)), ..Linted::default() };
        }

        let included = report.included.into_iter().filter_map(|file| {
            let address = beside.address(&file.path).filter(|address| self.workspace.is_wanted(address))?;
            Some((address, file.text, self.enforced(file.findings.into_iter().map(diagnostic).collect())))
        });
        let included = included.collect();
        let own = self.enforced(report.findings.into_iter().map(diagnostic).collect());
        let (asked, module) = beside.into_asked();
        Linted { own, included, asked, module }
    }

    /// Findings as the settings have them.
    fn enforced(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let settings = self.workspace.settings();
        let is_named = |rules: &[(String, SourceSpan)], rule: &str| rules.iter().any(|(named, _)| named == rule);
        found.retain(|found| !is_named(&settings.allow, found.rule));
        for finding in &mut found {
            finding.is_error &= !is_named(&settings.warn, finding.rule);
        }
        found
    }
}

fn diagnostic(found: FileFinding) -> Diagnostic {
    let (is_error, message) = (found.is_error(), found.to_string());
    Diagnostic { span: found.span, rule: found.rule, is_error, message, fixes: found.fixes }
}

/// What is wrong with the calls in a script.
fn in_scripts(address: &str, text: &str) -> Vec<Diagnostic> {
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
