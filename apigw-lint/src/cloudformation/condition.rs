//! The conditions that values and resources of a template depend on.

use std::collections::BTreeSet;

use super::MAX_DEPTH;
use crate::read::SourceNode;

/// The most conditions of a template that are tried both ways.
const MAX_CONDITIONS: usize = 16;

/// A condition that is taken to be true or false.
#[derive(Debug, Clone, Copy)]
pub(super) struct Assumption<'n> {
    pub(super) name: &'n str,
    pub(super) holds: bool,
}

/// What can be assumed of the conditions that values depend on, one by one, and that nothing is assumed. Of several
/// conditions at once nothing is known: they can exclude each other.
pub(super) fn assumptions<'n>(values: impl Iterator<Item = &'n SourceNode<'n>>) -> Vec<Option<Assumption<'n>>> {
    let mut names = BTreeSet::new();
    for value in values {
        collect(value, MAX_DEPTH, &mut names);
    }
    let tried = names.into_iter().take(MAX_CONDITIONS);
    let both = tried.flat_map(|name| [true, false].map(|holds| Some(Assumption { name, holds })));
    [None].into_iter().chain(both).collect()
}

fn collect<'n>(node: &'n SourceNode<'_>, left: usize, names: &mut BTreeSet<&'n str>) {
    let argument = match node.entries() {
        [(key, argument)] if key.text() == Some("Fn::If") => Some(argument),
        _ => (node.tag.as_deref() == Some("If")).then_some(node),
    };
    names.extend(argument.and_then(|argument| argument.items().first()).and_then(SourceNode::text));
    if left > 0 {
        node.items().iter().for_each(|item| collect(item, left - 1, names));
        node.entries().iter().for_each(|(_, value)| collect(value, left - 1, names));
    }
}
