//! Suppressions in objects of a file.

use super::suppression::Suppression;
use crate::read::{NodeContent, ScalarForm, SourceNode, SourceSpan};

/// The key by which an object of a document names rules.
const KEY: &str = "x-apigw-allow";
/// The keys by which the metadata of a template name them.
const METADATA: [&str; 3] = ["Metadata", "apigw", "allow"];

/// Whether a file can have such objects.
pub(super) fn may_have(text: &str) -> bool {
    text.contains(KEY) || (METADATA.iter().all(|key| text.contains(key)))
}

/// Adds the suppressions in a value. `start` is where its key is, or its own place if it has none.
pub(super) fn collect(node: &SourceNode<'_>, start: usize, found: &mut Vec<Suppression>) {
    let reach = SourceSpan { start: start.min(node.span().start), end: node.span().end };
    for rules in [node.get(KEY), node.at(&METADATA)].into_iter().flatten() {
        for (rule, span) in named(rules) {
            let suppression = Suppression { rule, span, reach };
            // An alias repeats what it refers to.
            if !found.contains(&suppression) {
                found.push(suppression);
            }
        }
    }
    for (key, value) in node.entries() {
        collect(value, key.span().start, found);
    }
    for item in node.items() {
        collect(item, item.span().start, found);
    }
}

/// The rules that a value names: a list, a map from rules to reasons, or one.
fn named(node: &SourceNode<'_>) -> Vec<(String, SourceSpan)> {
    let name = |node: &SourceNode<'_>| node.text().map(|text| (text.trim().to_owned(), unquoted(node)));
    match &node.content {
        NodeContent::List(items) => items.iter().filter_map(name).collect(),
        NodeContent::Map(entries) => entries.iter().filter_map(|(key, _)| name(key)).collect(),
        _ => name(node).into_iter().collect(),
    }
}

/// The place of a scalar without its quotes.
fn unquoted(node: &SourceNode<'_>) -> SourceSpan {
    let SourceSpan { start, end } = node.span();
    let is_quoted = matches!(&node.content, NodeContent::Scalar { style: ScalarForm::Quoted, .. });
    if is_quoted && end > start + 1 { SourceSpan { start: start + 1, end: end - 1 } } else { node.span() }
}
