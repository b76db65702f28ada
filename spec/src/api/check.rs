//! The requests that would make an API, put together again from what exists, each checked by its own rules.

use std::cell::Cell;
use std::cmp::Ordering;

use super::indexed::IndexedList;
use crate::check::{Context, check_with, last, reach};
use crate::path::{PathNode, Segment, ValuePath};
use crate::rule::{Class, ContextSlot, MemberPath, Rebuild, Root, Step};
use crate::shape::Shape;
use crate::value::{ListQuery, Members, Sequence, Value};
use crate::violation::{Problem, Violation};

/// A part of an API that breaks a rule of the request that would make it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiFinding {
    /// The shape of the request that would make the part.
    pub request: &'static str,
    /// What people call the part (`GET /pets`); empty if it is the whole.
    pub part: String,
    /// Where in the whole the problem is.
    pub path: ValuePath,
    /// What is wrong, in terms of the request.
    pub violation: Violation,
}

impl std::fmt::Display for ApiFinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.part.is_empty() { self.violation.fmt(f) } else { write!(f, "{}: {}", self.part, self.violation) }
    }
}

/// Checks an API by the rules of `requests`, those of its shapes that can be rebuilt from it.
pub fn check_api(requests: &[&Shape], parts: &[Context<'_>]) -> Vec<ApiFinding> {
    // The rules of each request look for its neighbours.
    let lists: Vec<Option<IndexedList<'_>>> = parts.iter().map(indexed).collect();
    let mut parts = parts.to_vec();
    for (part, list) in parts.iter_mut().zip(&lists) {
        if let Some(list) = list {
            part.value = Value::List(list);
        }
    }
    let parts = parts.as_slice();

    let mut found = Vec::new();
    for shape in requests {
        let Some(graph) = shape.structure().rules.rebuild else { continue };
        let given = |root: &ContextSlot| parts.iter().any(|context| context.name == root.name);
        if graph.roots.first().is_none_or(given) {
            Visitor { shape, graph, found: &mut found }.visit(0, parts, None);
        }
    }

    // A quota is raised for all of an API at once.
    let mut quotas = Vec::new();
    found.retain(|finding| {
        let Violation { rule, evidence, .. } = finding.violation;
        let is_repeated = quotas.contains(&rule);
        if evidence.class == Class::Quota {
            quotas.push(rule);
        }
        !is_repeated
    });
    found
}

/// A list with an index.
fn indexed<'v>(part: &Context<'v>) -> Option<IndexedList<'v>> {
    if let Value::List(list) = part.value { IndexedList::new(list) } else { None }
}

/// What is visited, with its place and what it was found in. Each is on the stack of the one who visits it.
#[derive(Clone, Copy)]
struct Visit<'p> {
    name: &'static str,
    place: &'p PathNode<'p>,
    outer: Option<&'p Visit<'p>>,
}

struct Visitor<'f> {
    shape: &'f Shape,
    graph: &'static Rebuild,
    found: &'f mut Vec<ApiFinding>,
}

impl Visitor<'_> {
    /// Visits what is found `level` levels deep in `outer`.
    fn visit<'s>(&mut self, level: usize, around: &'s [Context<'s>], outer: Option<&Visit<'_>>) {
        let Some(visited) = self.graph.visit.get(level) else { return self.rebuilt(around, outer) };
        let innermost = level + 1 == self.graph.visit.len();
        // Each item in turn stands at the end of the same list.
        let others = others(&visited.path, around).filter(|_| innermost);
        let is_replaced = |name: &str| others.as_ref().is_some_and(|(replaced, _)| *replaced == name);
        let mut inner: Vec<Context<'_>> = Vec::with_capacity(around.len() + 2);
        inner.extend(around.iter().filter(|context| !is_replaced(context.name)).copied());
        inner.extend(others.as_ref().map(|(name, others)| Context { name, value: Value::List(others) }));
        inner.push(Context { name: visited.name, value: Value::Absent });

        let mut position = 0;
        reach(&visited.path, around, &mut |place, value| {
            let index = position;
            position += 1;
            if !matches!(value, Value::Structure(_)) {
                return;
            }
            if let Some((_, others)) = &others {
                others.index.set(index);
            }
            if let Some(last) = inner.last_mut() {
                last.value = value;
            }
            self.visit(level + 1, &inner, Some(&Visit { name: visited.name, place, outer }));
        });
    }

    /// Checks one request.
    fn rebuilt(&mut self, around: &[Context<'_>], visited: Option<&Visit<'_>>) {
        let request = Rebuilt::new(self.shape, self.graph, around);
        for violation in check_with(self.shape, &request, around) {
            let path = self.place(&violation.path, visited);
            let finding = ApiFinding { request: self.shape.id, part: self.label(around), path, violation };
            // Most findings are not about siblings, and need not be compared with all others.
            let is_sibling = matches!(finding.violation.problem, Problem::Tree { .. });
            if !is_sibling || !self.found.iter().any(|other| is_mirrored(other, &finding)) {
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
    fn place(&self, path: &ValuePath, visited: Option<&Visit<'_>>) -> ValuePath {
        if path.context.is_some() {
            return absolute(path, visited);
        }
        let innermost = || visited.map(Visit::path).unwrap_or_default();
        let Some((Segment::Member(name), rest)) = path.segments.split_first() else { return innermost() };
        let index = self.shape.members().iter().position(|member| member.name == *name);
        let Some(Some(source)) = index.and_then(|index| self.graph.members.get(index)) else { return innermost() };
        let Root::Context(context) = source.root else { return innermost() };
        let mut segments: Vec<Segment> =
            source.steps.iter().filter_map(Step::member_name).map(Segment::Member).collect();
        segments.extend_from_slice(rest);
        absolute(&ValuePath { context: Some(context), segments }, visited)
    }
}

impl Visit<'_> {
    /// Where it is, from the start of the whole.
    fn path(&self) -> ValuePath {
        absolute(&self.place.path(), self.outer)
    }
}

/// A path that starts at something visited, from the start of the whole.
fn absolute(path: &ValuePath, visited: Option<&Visit<'_>>) -> ValuePath {
    let mut visits = std::iter::successors(visited, |visit| visit.outer);
    match visits.find(|visit| path.context == Some(visit.name)) {
        Some(start) => {
            let mut full = start.path();
            full.segments.extend_from_slice(&path.segments);
            full
        }
        None => path.clone(),
    }
}

/// Whether two findings are one problem, seen from either of two siblings.
fn is_mirrored(one: &ApiFinding, other: &ApiFinding) -> bool {
    let (Problem::Tree { text: a, node: b, demand }, Problem::Tree { text, node, demand: also }) =
        (&one.violation.problem, &other.violation.problem)
    else {
        return false;
    };
    let parent = |finding: &ApiFinding, name: &str| finding.part.strip_suffix(name).map(str::to_owned);
    let swapped = (a, b) == (node, text) || (a, b) == (text, node);
    swapped && demand == also && one.violation.rule == other.violation.rule && parent(one, a) == parent(other, text)
}

/// A request, as it follows from what exists: the rules look at each of its members many times.
struct Rebuilt<'s>(Vec<Value<'s>>);

impl<'s> Rebuilt<'s> {
    fn new(shape: &Shape, graph: &Rebuild, around: &'s [Context<'s>]) -> Self {
        let found = shape.members().iter().zip(graph.members).map(|(member, path)| {
            let Some(path) = path else { return Value::Opaque };
            let found = last(path, around);
            // What exists was made by a request that had all it needed.
            if member.required && matches!(found, Value::Absent) { Value::Opaque } else { found }
        });
        Self(found.collect())
    }
}

impl Members for Rebuilt<'_> {
    fn member(&self, index: usize, _name: &str) -> Value<'_> {
        self.0.get(index).copied().unwrap_or(Value::Opaque)
    }
}

/// The list that an item is found in, as it would be without the item: a request that makes something is checked by what
/// else there is.
fn others<'s>(path: &MemberPath, around: &'s [Context<'s>]) -> Option<(&'static str, Others<'s>)> {
    let (Root::Context(name), [Step::Each]) = (path.root, path.steps) else { return None };
    match around.iter().find(|context| context.name == name)?.value {
        Value::List(list) => Some((name, Others { list, index: Cell::new(0) })),
        _ => None,
    }
}

/// A list without one of its items.
struct Others<'s> {
    list: &'s dyn Sequence,
    index: Cell<usize>,
}

impl Sequence for Others<'_> {
    fn len(&self) -> usize {
        Sequence::len(self.list).saturating_sub(1)
    }

    fn get(&self, index: usize) -> Value<'_> {
        Sequence::get(self.list, if index < self.index.get() { index } else { index + 1 })
    }

    fn find(&self, query: &ListQuery<'_>, visit: &mut dyn FnMut(usize)) -> bool {
        self.list.find(query, &mut |index| match index.cmp(&self.index.get()) {
            Ordering::Less => visit(index),
            Ordering::Equal => {}
            Ordering::Greater => visit(index - 1),
        })
    }
}
