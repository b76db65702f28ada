//! Applies the suppressions of a file to what is found in it.

use apigw_spec::rule::Severity;
use apigw_spec::suggest::nearest;

use super::suppression::Suppression;
use super::{comment, entry};
use crate::finding::FileFinding;
use crate::read::{NodeContent, SourceNode, SourceSpan};

/// The finding about a suppression that nothing needs.
pub const UNUSED_SUPPRESSION: &str = "unused-suppression";

/// Removes the findings that a file allows, and returns them. What suppresses nothing is a finding itself. `rules` are those
/// that there are.
pub(crate) fn apply(
    findings: &mut Vec<FileFinding>,
    root: &SourceNode<'_>,
    text: &str,
    rules: &dyn Fn() -> Vec<&'static str>,
) -> Vec<FileFinding> {
    let strings = if text.contains("apigw:") || entry::may_have(text) { strings(root) } else { return Vec::new() };
    let is_text = |at: usize| strings.iter().any(|(_, span)| span.start <= at && at < span.end);
    let mut suppressions = comment::suppressions(text, is_text);
    entry::collect(root, 0, &mut suppressions);
    if suppressions.is_empty() {
        return Vec::new();
    }

    let mut used = vec![false; suppressions.len()];
    let (mut kept, mut suppressed) = (Vec::new(), Vec::new());
    for finding in std::mem::take(findings) {
        let places = places(finding.span, &strings, text);
        let mut is_allowed = false;
        for (suppression, used) in suppressions.iter().zip(&mut used) {
            if suppression.is_for(finding.rule, &places) {
                (*used, is_allowed) = (true, true);
            }
        }
        if is_allowed { suppressed.push(finding) } else { kept.push(finding) }
    }
    *findings = kept;

    let known = if used.contains(&false) { rules() } else { Vec::new() };
    let unused = suppressions.iter().zip(used).filter(|(_, used)| !used);
    findings.extend(unused.map(|(suppression, _)| unused_finding(suppression, &known)));
    suppressed
}

/// The scalars of a file, each with the place of its key.
fn strings(root: &SourceNode<'_>) -> Vec<(usize, SourceSpan)> {
    fn collect(node: &SourceNode<'_>, key: usize, found: &mut Vec<(usize, SourceSpan)>) {
        match &node.content {
            NodeContent::Scalar { .. } => found.push((key, node.span())),
            NodeContent::Map(entries) => {
                for (key, value) in entries {
                    collect(key, key.span().start, found);
                    collect(value, key.span().start, found);
                }
            }
            NodeContent::List(items) => items.iter().for_each(|item| collect(item, item.span().start, found)),
            NodeContent::Opaque | NodeContent::Partial(_) | NodeContent::Reference(_) => {}
        }
    }
    let mut found = Vec::new();
    collect(root, root.span().start, &mut found);
    found
}

/// The places that a finding can be allowed at: its own, and that of the key of its string, in whose lines no comment can
/// stand.
fn places(span: SourceSpan, strings: &[(usize, SourceSpan)], text: &str) -> Vec<usize> {
    let is_around = |string: &SourceSpan| string.start <= span.start && span.start < string.end;
    let around = strings.iter().filter(|(_, string)| is_around(string) && string.of(text).contains('\n'));
    std::iter::once(span.start).chain(around.map(|(key, _)| *key)).collect()
}

fn unused_finding(suppression: &Suppression, rules: &[&str]) -> FileFinding {
    let rule = suppression.rule.as_str();
    let message = match nearest(rule, rules.iter().copied()) {
        _ if rules.contains(&rule) => format!("`{rule}` is not broken here; remove the suppression"),
        Some(known) => format!("there is no rule `{rule}`; write `{known}`"),
        None => format!("there is no rule `{rule}`; `apigw rules` lists those that there are"),
    };
    FileFinding {
        span: suppression.span,
        rule: UNUSED_SUPPRESSION,
        severity: Severity::Warning,
        part: String::new(),
        message,
        fixes: Vec::new(),
        is_secret: false,
    }
}
