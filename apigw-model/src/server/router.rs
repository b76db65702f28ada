//! Which operation a request is for: a static tree of path segments, searched without allocation.

use super::labels::{decoded, pairs};

/// The operations at and below a part of a path.
#[doc(hidden)]
#[derive(Debug)]
pub struct RouteNode {
    /// What follows after a segment of this text, sorted by it.
    pub literals: &'static [(&'static str, RouteNode)],
    /// What follows after any segment.
    pub label: Option<&'static RouteNode>,
    /// What follows after one segment or several; paths that go on have its segments counted from their end.
    pub greedy: Option<&'static RouteNode>,
    /// The operations of paths that end here, those with more of a fixed query first.
    pub ends: &'static [RouteEnd],
}

/// An operation at the end of a path.
#[doc(hidden)]
#[derive(Debug)]
pub struct RouteEnd {
    /// The method.
    pub method: &'static str,
    /// The parameters that the query must have.
    pub query: &'static [(&'static str, &'static str)],
    /// The position of the operation in the model.
    pub operation: usize,
}

impl RouteNode {
    /// The position of the operation that a request is for.
    pub fn find(&self, method: &str, target: &str) -> Option<usize> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        self.below(method, Some(path.strip_prefix('/')?), query)
    }

    /// See [`RouteNode::find`]; `rest` is what is left of the path, nothing after its last segment.
    fn below(&self, method: &str, rest: Option<&str>, query: &str) -> Option<usize> {
        let Some(rest) = rest else {
            let end = self.ends.iter().find(|end| end.method == method && end.fits(query))?;
            return Some(end.operation);
        };
        let (segment, after) = rest.split_once('/').map_or((rest, None), |(segment, after)| (segment, Some(after)));
        if let Ok(index) = self.literals.binary_search_by(|(text, _)| (*text).cmp(segment))
            && let Some((_, node)) = self.literals.get(index)
            && let Some(found) = node.below(method, after, query)
        {
            return Some(found);
        }

        if segment.is_empty() {
            return None;
        }
        let labelled = self.label.and_then(|node| node.below(method, after, query));
        labelled.or_else(|| {
            let node = self.greedy?;
            let mut rest = after;
            loop {
                if let Some(found) = node.below(method, rest, query) {
                    return Some(found);
                }
                rest = rest?.split_once('/').map(|(_, after)| after);
            }
        })
    }
}

impl RouteEnd {
    fn fits(&self, query: &str) -> bool {
        let has =
            |name: &str, value: &str| pairs(query).any(|(key, given)| decoded(key) == name && decoded(given) == value);
        self.query.iter().all(|(name, value)| has(name, value))
    }
}
