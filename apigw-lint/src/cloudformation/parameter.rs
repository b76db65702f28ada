//! The parameters of a template that list the values they can have. Each of these values is tried.

use super::MAX_DEPTH;
use crate::read::SourceNode;

/// The most values that are tried in a template.
const MAX_VALUES: usize = 32;
/// What the types of parameters begin with that are lists.
const LISTS: [&str; 2] = ["CommaDelimitedList", "List<"];

/// A value that is taken for a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ChosenValue<'n> {
    pub(super) parameter: &'n str,
    pub(super) value: &'n str,
    /// How many values the parameter can have.
    pub(super) of: usize,
}

/// The values to try: those of parameters that some resources refer to.
pub(super) fn choices<'n>(root: &'n SourceNode<'_>, resources: &[&'n SourceNode<'_>]) -> Vec<ChosenValue<'n>> {
    // Rules of a template can exclude values for each other.
    let parameters = root.get("Parameters").filter(|_| root.get("Rules").is_none());
    let mut found = Vec::new();
    for (name, parameter) in parameters.map(SourceNode::entries).unwrap_or_default() {
        let Some(name) = name.text() else { continue };
        let listed = parameter.get("AllowedValues").map(SourceNode::items).unwrap_or_default();
        let values: Vec<_> = listed.iter().filter_map(SourceNode::text).collect();
        let kind = parameter.get("Type").and_then(SourceNode::text).unwrap_or_default();
        let is_list = LISTS.iter().any(|start| kind.starts_with(start));
        let is_whole = values.len() == listed.len() && found.len() + values.len() <= MAX_VALUES;
        if is_whole && !is_list && resources.iter().any(|resource| refers(resource, name, MAX_DEPTH)) {
            found.extend(values.iter().map(|value| ChosenValue { parameter: name, value, of: values.len() }));
        }
    }
    found
}

/// Whether a value refers to a parameter, as a whole or in a string.
fn refers(node: &SourceNode<'_>, name: &str, left: usize) -> bool {
    let in_text = |text: &str| text == name || text.contains(&format!("${{{name}}}"));
    node.text().is_some_and(in_text)
        || (left > 0
            && (node.items().iter().any(|item| refers(item, name, left - 1))
                || node.entries().iter().any(|(_, value)| refers(value, name, left - 1))))
}
