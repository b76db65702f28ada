//! Documents to which something adds that cannot be seen.

use crate::read::{NodeContent, SourceNode};

/// The object with the paths of a document.
const PATHS: &str = "paths";

/// Whether something that cannot be seen adds to a value.
pub(crate) fn has_unknown_keys(node: &SourceNode<'_>) -> bool {
    let is_unknown = |(key, value): &(SourceNode<'_>, SourceNode<'_>)| {
        matches!(key.content, NodeContent::Opaque) || has_unknown_keys(value)
    };
    node.entries().iter().any(is_unknown) || node.items().iter().any(has_unknown_keys)
}

/// A document without the paths to which something adds that cannot be seen.
pub(crate) fn with_known_paths<'t>(root: &SourceNode<'t>) -> SourceNode<'t> {
    let entries = root.entries().iter().map(|(key, value)| {
        let mut value = value.clone();
        if key.text() == Some(PATHS)
            && let NodeContent::Map(paths) = &mut value.content
        {
            paths.retain(|(_, item)| !has_unknown_keys(item));
        }
        (key.clone(), value)
    });
    SourceNode::map(entries.collect(), root.span())
}
