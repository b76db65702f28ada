//! The parts by which an API is given.

use crate::rule::ContextSlot;
use crate::shape::Shape;

/// The parts that an API can be given by, over all of `requests`: where visits start, and what the rules of rebuilt
/// requests look at besides what is visited.
pub fn parts(requests: &[&Shape]) -> Vec<ContextSlot> {
    let mut parts: Vec<ContextSlot> = Vec::new();
    let rules =
        || requests.iter().filter_map(|shape| Some((shape.structure().rules, shape.structure().rules.rebuild?)));
    let visited = |name| rules().any(|(_, graph)| graph.visit.iter().any(|visited| visited.name == name));
    for root in rules().flat_map(|(rules, graph)| graph.roots.iter().chain(rules.contexts)) {
        match parts.iter_mut().find(|known| known.name == root.name) {
            _ if visited(root.name) => {}
            // The more complete answer does for both.
            Some(known) if known.with.is_empty() => known.with = root.with,
            Some(_) => {}
            None => parts.push(*root),
        }
    }
    parts
}
