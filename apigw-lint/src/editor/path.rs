//! The way from the root of a document to a place in it.

use crate::read::{SourceNode, SourceSpan};

/// A word that stands where the user types, so that the document can be read.
pub(super) const MARK: &str = "apigw0typed";

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PathStep {
    /// To the value of a key.
    Key(String),
    /// To an item of a list.
    Item,
}

/// A place in a document.
#[derive(Debug, Clone)]
pub(super) struct DocumentPath {
    /// The way to it; for a key, to the map that has it.
    pub(super) steps: Vec<PathStep>,
    /// The key, if the place is one.
    pub(super) key: Option<String>,
    /// The other keys of the map that the place is in.
    pub(super) siblings: Vec<String>,
    /// The token at the place.
    pub(super) span: SourceSpan,
}

/// The way to a token of the document: the first for which `is_wanted` holds.
pub(super) fn find(root: &SourceNode<'_>, is_wanted: &dyn Fn(&SourceNode<'_>) -> bool) -> Option<DocumentPath> {
    below(root, &mut Vec::new(), &[], is_wanted)
}

fn below(
    node: &SourceNode<'_>,
    steps: &mut Vec<PathStep>,
    siblings: &[String],
    is_wanted: &dyn Fn(&SourceNode<'_>) -> bool,
) -> Option<DocumentPath> {
    if node.text().is_some() {
        let place = || DocumentPath { steps: steps.clone(), key: None, siblings: siblings.to_vec(), span: node.span() };
        return is_wanted(node).then(place);
    }

    let keys: Vec<String> = node.entries().iter().filter_map(|(key, _)| key.text().map(str::to_owned)).collect();
    for (key, value) in node.entries() {
        let Some(text) = key.text() else { continue };
        if is_wanted(key) {
            let key_text = Some(text.to_owned());
            return Some(DocumentPath { steps: steps.clone(), key: key_text, siblings: keys, span: key.span() });
        }
        steps.push(PathStep::Key(text.to_owned()));
        let found = below(value, steps, &keys, is_wanted);
        if found.is_some() {
            return found;
        }
        steps.pop();
    }
    for item in node.items() {
        steps.push(PathStep::Item);
        let found = below(item, steps, &[], is_wanted);
        if found.is_some() {
            return found;
        }
        steps.pop();
    }
    None
}

/// The word that stands at an offset, as far as a completion replaces it.
pub(super) fn word(text: &str, offset: usize) -> Option<SourceSpan> {
    let is_part = |c: &char| c.is_alphanumeric() || "._-$/".contains(*c);
    let before = text.get(..offset)?.chars().rev().take_while(is_part).map(char::len_utf8).sum::<usize>();
    let after = text.get(offset..)?.chars().take_while(is_part).map(char::len_utf8).sum::<usize>();
    Some(SourceSpan { start: offset - before, end: offset + after })
}

/// The texts that the document may be meant to be, with the mark in the place of a word.
pub(super) fn marked(text: &str, word: SourceSpan) -> Option<[String; 2]> {
    let (before, after) = (text.get(..word.start)?, text.get(word.end..)?);
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '-']);
    let value = format!("{before}{MARK}{after}");
    let key = format!("{before}{MARK}: {after}");
    // What begins a line is a key, unless it is an item of a list.
    Some(if line.is_empty() { [key, value] } else { [value, key] })
}
