//! A whole API judged as one: its resources, methods, integrations and responses, with the models, validators and
//! authorizers that they refer to.
//!
//! There are no rules of wholes. What exists was made by requests, so the requests are put together again from what
//! exists, as [`Rebuild`] says, and judged by their own rules with the rest of the whole around them. What the whole does
//! not tell cannot be seen, and is not judged.
//!
//! ```text
//! resources, models, … ─► visit ─► request, seen through what exists ─► check_with ─► Finding
//! ```

#[cfg(feature = "read")]
mod told;

use crate::check::{Context, Path, Segment, check_with, reach};
use crate::rule::{ContextSlot, MemberPath, Rebuild, Root, Step};
use crate::shape::{Member, Shape};
use crate::value::{Members, Sequence, Value};
use crate::violation::{Problem, Violation};

#[cfg(feature = "read")]
pub use told::Told;

/// Something about a whole that the rules of a request object to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The shape of the request that would make the part.
    pub request: &'static str,
    /// What people call the part (`GET /pets`); empty if it is the whole.
    pub part: String,
    /// Where in the whole the problem is.
    pub path: Path,
    /// What is wrong, in terms of the request.
    pub violation: Violation,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.part.is_empty() { self.violation.fmt(f) } else { write!(f, "{}: {}", self.part, self.violation) }
    }
}

/// The objects that a whole can be told by, over all of `requests`: where visits start, and what the rules of rebuilt
/// requests look at besides what is visited.
pub fn roots(requests: &[&Shape]) -> Vec<ContextSlot> {
    let mut roots: Vec<ContextSlot> = Vec::new();
    let rules = || requests.iter().filter_map(|shape| Some((shape.structure().rules, shape.structure().rules.graph?)));
    let visited = |name| rules().any(|(_, graph)| graph.visit.iter().any(|visited| visited.name == name));
    for root in rules().flat_map(|(rules, graph)| graph.roots.iter().chain(rules.contexts)) {
        if !visited(root.name) && roots.iter().all(|known| known.name != root.name) {
            roots.push(*root);
        }
    }
    roots
}

/// Judges a whole by the rules of `requests`, those of its shapes that can be rebuilt from it.
pub fn judge(requests: &[&Shape], whole: &[Context<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for shape in requests {
        let Some(graph) = shape.structure().rules.graph else { continue };
        let told = |root: &ContextSlot| whole.iter().any(|context| context.name == root.name);
        if graph.roots.first().is_none_or(told) {
            Visitor { shape, graph, found: &mut found }.visit(0, whole, &[]);
        }
    }
    found
}

struct Visitor<'f> {
    shape: &'f Shape,
    graph: &'static Rebuild,
    found: &'f mut Vec<Finding>,
}

impl Visitor<'_> {
    /// Visits what is found `level` levels deep; `paths` are where the visited things are found that lead there.
    fn visit<'s>(&mut self, level: usize, around: &'s [Context<'s>], paths: &[(&'static str, Path)]) {
        let Some(visited) = self.graph.visit.get(level) else { return self.rebuilt(around, paths) };
        let innermost = level + 1 == self.graph.visit.len();
        let mut position = 0;
        reach(&visited.path, around, &mut |place, value| {
            let index = position;
            position += 1;
            if !matches!(value, Value::Structure(_)) {
                return;
            }
            let mut paths = paths.to_vec();
            paths.push((visited.name, absolute(&place.path(), &paths)));
            let others = others(&visited.path, around, index).filter(|_| innermost);
            let mut inner: Vec<Context<'_>> = around.to_vec();
            if let Some((name, others)) = &others {
                inner.retain(|context| context.name != *name);
                inner.push(Context { name, value: Value::List(others) });
            }
            inner.push(Context { name: visited.name, value });
            self.visit(level + 1, &inner, &paths);
        });
    }

    /// Judges one request.
    fn rebuilt(&mut self, around: &[Context<'_>], paths: &[(&'static str, Path)]) {
        let request = Rebuilt { shape: self.shape.members(), members: self.graph.members, around };
        let part = self.label(around);
        for violation in check_with(self.shape, &request, around) {
            let path = self.place(&violation.path, paths);
            let finding = Finding { request: self.shape.id, part: part.clone(), path, violation };
            if !self.found.iter().any(|other| is_mirrored(other, &finding)) {
                self.found.push(finding);
            }
        }
    }

    fn label(&self, around: &[Context<'_>]) -> String {
        let mut words: Vec<&str> = Vec::new();
        for path in self.graph.label {
            reach(path, around, &mut |_, value| {
                if let Value::Text(text) = value {
                    words.push(text);
                }
            });
        }
        words.join(" ")
    }

    /// Where in the whole a place of the request is.
    fn place(&self, path: &Path, paths: &[(&'static str, Path)]) -> Path {
        if path.context.is_some() {
            return absolute(path, paths);
        }
        let innermost = || paths.last().map(|(_, path)| path.clone()).unwrap_or_default();
        let Some((Segment::Member(name), rest)) = path.segments.split_first() else { return innermost() };
        let index = self.shape.members().iter().position(|member| member.name == *name);
        let Some(Some(source)) = index.and_then(|index| self.graph.members.get(index)) else { return innermost() };
        let Root::Context(context) = source.root else { return innermost() };
        let mut segments: Vec<Segment> =
            source.steps.iter().filter_map(Step::member_name).map(Segment::Member).collect();
        segments.extend_from_slice(rest);
        absolute(&Path { context: Some(context), segments }, paths)
    }
}

/// A path that starts at something visited, from the start of the whole.
fn absolute(path: &Path, paths: &[(&'static str, Path)]) -> Path {
    match paths.iter().find(|(name, _)| path.context == Some(*name)) {
        Some((_, start)) => {
            let mut full = start.clone();
            full.segments.extend_from_slice(&path.segments);
            full
        }
        None => path.clone(),
    }
}

/// Whether two findings are one problem, seen from either of two siblings.
fn is_mirrored(one: &Finding, other: &Finding) -> bool {
    let (Problem::Tree { text: a, node: b, demand }, Problem::Tree { text, node, demand: also }) =
        (&one.violation.problem, &other.violation.problem)
    else {
        return false;
    };
    let parent = |finding: &Finding, name: &str| finding.part.strip_suffix(name).map(str::to_owned);
    let swapped = (a, b) == (node, text) || (a, b) == (text, node);
    swapped && demand == also && one.violation.rule == other.violation.rule && parent(one, a) == parent(other, text)
}

/// A request, seen through what exists.
struct Rebuilt<'s> {
    shape: &'static [Member],
    members: &'static [Option<MemberPath>],
    around: &'s [Context<'s>],
}

impl Members for Rebuilt<'_> {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        let Some(Some(path)) = self.members.get(index) else { return Value::Opaque };
        let mut found = Value::Absent;
        reach(path, self.around, &mut |_, value| found = value);
        // What exists was made by a request that had all it needed.
        let required = self.shape.get(index).is_some_and(|member| member.required);
        if required && matches!(found, Value::Absent) { Value::Opaque } else { found }
    }
}

/// The list that an item is found in, as it would be without the item: a request that makes something is judged by what
/// else there is.
fn others<'s>(path: &MemberPath, around: &'s [Context<'s>], index: usize) -> Option<(&'static str, Others<'s>)> {
    let (Root::Context(name), [Step::Each]) = (path.root, path.steps) else { return None };
    match around.iter().find(|context| context.name == name)?.value {
        Value::List(list) => Some((name, Others { list, index })),
        _ => None,
    }
}

/// A list without one of its items.
struct Others<'s> {
    list: &'s dyn Sequence,
    index: usize,
}

impl Sequence for Others<'_> {
    fn len(&self) -> usize {
        Sequence::len(self.list).saturating_sub(1)
    }

    fn get(&self, index: usize) -> Value<'_> {
        Sequence::get(self.list, if index < self.index { index } else { index + 1 })
    }
}
