//! The requests that would make an API, put together again from what exists, each checked by its own rules.

use super::indexed::IndexedList;
use crate::check::{Context, check_with, reach};
use crate::path::{Segment, ValuePath};
use crate::rule::{Class, ContextSlot, MemberPath, Rebuild, Root, Step};
use crate::shape::{Member, Shape};
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
            Visitor { shape, graph, found: &mut found }.visit(0, parts, &[]);
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
    if let Value::List(list) = part.value { Some(IndexedList::new(list)) } else { None }
}

struct Visitor<'f> {
    shape: &'f Shape,
    graph: &'static Rebuild,
    found: &'f mut Vec<ApiFinding>,
}

impl Visitor<'_> {
    /// Visits what is found `level` levels deep; `paths` are where the visited things are found that lead there.
    fn visit<'s>(&mut self, level: usize, around: &'s [Context<'s>], paths: &[(&'static str, ValuePath)]) {
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

    /// Checks one request.
    fn rebuilt(&mut self, around: &[Context<'_>], paths: &[(&'static str, ValuePath)]) {
        let request = Rebuilt { shape: self.shape.members(), members: self.graph.members, around };
        let part = self.label(around);
        for violation in check_with(self.shape, &request, around) {
            let path = self.place(&violation.path, paths);
            let finding = ApiFinding { request: self.shape.id, part: part.clone(), path, violation };
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
    fn place(&self, path: &ValuePath, paths: &[(&'static str, ValuePath)]) -> ValuePath {
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
        absolute(&ValuePath { context: Some(context), segments }, paths)
    }
}

/// A path that starts at something visited, from the start of the whole.
fn absolute(path: &ValuePath, paths: &[(&'static str, ValuePath)]) -> ValuePath {
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

/// The list that an item is found in, as it would be without the item: a request that makes something is checked by what
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

    fn positions(&self, query: &ListQuery<'_>) -> Option<Vec<usize>> {
        let found = self.list.positions(query)?.into_iter().filter(|index| *index != self.index);
        Some(found.map(|index| if index < self.index { index } else { index - 1 }).collect())
    }
}
