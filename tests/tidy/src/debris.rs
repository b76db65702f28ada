//! What is left lying about: files without a word of what they are for, code in comments, things to do.

use syn::visit::{self, Visit};
use syn::{Attribute, Meta};

use crate::none;
use crate::source::sources;

#[test]
fn every_file_says_what_it_is_for() {
    let findings = sources().iter().filter(|source| !source.text.starts_with("//! "));
    let findings: Vec<_> = findings.map(|source| format!("{}:1", source.path)).collect();
    none(&findings, "files do not begin with a `//!` sentence");
}

#[test]
fn nothing_is_left_to_do() {
    // Spelled so that this file is not found.
    let words = ["TO\u{44}O", "FIX\u{4d}E", "XX\u{58}"];
    let calls = ["to\u{64}o!(", "unimplemente\u{64}!(", "db\u{67}!("];
    let is_left = |line: &str| {
        let mut parts = line.split(|c: char| !c.is_alphanumeric());
        calls.iter().any(|call| line.contains(call)) || parts.any(|part| words.contains(&part))
    };
    let findings = sources().iter().flat_map(|source| {
        let lines = source.text.lines().enumerate();
        let found = lines.filter(|(_, line)| is_left(line));
        found.map(|(index, line)| format!("{}:{}: {}", source.path, index + 1, line.trim())).collect::<Vec<_>>()
    });
    none(&findings.collect::<Vec<_>>(), "things to do belong into the list of issues");
}

/// The runs of `//` comments of a text, each with its first line number and without its slashes.
pub(crate) fn comments(text: &str) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, String)> = Vec::new();
    let mut last = None;
    for (index, line) in text.lines().enumerate() {
        let Some(comment) = line.trim().strip_prefix("//") else { continue };
        if comment.starts_with(['/', '!']) {
            continue;
        }
        match runs.last_mut() {
            Some((_, run)) if last == index.checked_sub(1) => {
                run.push('\n');
                run.push_str(comment);
            }
            _ => runs.push((index + 1, comment.to_owned())),
        }
        last = Some(index);
    }
    runs
}

/// Whether a comment is Rust: it parses, and has a statement's end or a body in it, as prose has not.
fn is_code(comment: &str) -> bool {
    let looks = comment.contains(';') || comment.contains('{');
    looks && (syn::parse_str::<syn::Block>(&format!("{{{comment}}}")).is_ok() || syn::parse_file(comment).is_ok())
}

#[test]
fn comments_are_no_code() {
    assert!(is_code("let x = f(1);") && is_code("fn f() {}") && !is_code("why; and how"));
    let findings = sources().iter().filter(|source| !source.is_case()).flat_map(|source| {
        let found = comments(&source.text).into_iter().filter(|(_, comment)| is_code(comment));
        found.map(|(line, comment)| format!("{}:{line}: {comment}", source.path)).collect::<Vec<_>>()
    });
    none(&findings.collect::<Vec<_>>(), "code in comments");
}

/// Attributes that leave something out without saying why.
struct Attributes {
    path: String,
    findings: Vec<String>,
}

impl<'ast> Visit<'ast> for Attributes {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let line = attribute.pound_token.span.start().line;
        let name = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
        let text = match &attribute.meta {
            Meta::List(list) => list.tokens.to_string(),
            Meta::NameValue(_) => "reason".to_owned(),
            Meta::Path(_) => String::new(),
        };
        let silent = match name.as_str() {
            "allow" | "expect" => !text.contains("reason"),
            "ignore" => text.is_empty() && matches!(attribute.meta, Meta::Path(_)),
            // A test that panics somewhere says less than one that looks at what went wrong.
            "should_panic" => true,
            _ => false,
        };
        if silent {
            self.findings.push(format!("{}:{line}: #[{name}]", self.path));
        }
        visit::visit_attribute(self, attribute);
    }
}

#[test]
fn exceptions_have_reasons() {
    let findings = sources().iter().filter(|source| !source.is_case()).flat_map(|source| {
        let mut attributes = Attributes { path: source.path.clone(), findings: Vec::new() };
        attributes.visit_file(&source.items());
        attributes.findings
    });
    none(&findings.collect::<Vec<_>>(), "exceptions without a reason");
}
