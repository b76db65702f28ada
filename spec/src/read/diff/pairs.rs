//! Which shapes of the two generations stand in the same place, found by walking both from their operations.

use std::collections::BTreeMap;

use crate::operation::Operation;
use crate::shape::{Kind, Shape, Target};
use crate::spec::Spec;

/// A shape of the old generation and the one in its place in the new.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: &'static Shape,
    pub(super) new: &'static Shape,
    pub(super) sent: bool,
    pub(super) received: bool,
}

/// The shapes in the same place, by their identifiers.
pub(super) fn pairs(old: &Spec, new: &Spec) -> Vec<Pair> {
    let mut found: BTreeMap<(&str, &str), Pair> = BTreeMap::new();
    for operation in old.operations {
        let Some(other) = new.operation(operation.name) else { continue };
        walk(operation.input.shape(), other.input.shape(), &mut found, |pair| &mut pair.sent);
        for (old, new) in answers(operation, other) {
            walk(old, new, &mut found, |pair| &mut pair.received);
        }
    }
    found.into_values().collect()
}

/// The outputs of two operations, and their errors of the same name.
fn answers(old: &Operation, new: &Operation) -> Vec<(&'static Shape, &'static Shape)> {
    let outputs = old.output.zip(new.output).map(|(old, new)| (old.shape(), new.shape()));
    let errors = old.errors.iter().filter_map(|old| {
        let same = new.errors.iter().find(|new| new.shape().name() == old.shape().name())?;
        Some((old.shape(), same.shape()))
    });
    outputs.into_iter().chain(errors).collect()
}

/// Marks every pair that can be reached from one.
fn walk(
    old: &'static Shape,
    new: &'static Shape,
    found: &mut BTreeMap<(&'static str, &'static str), Pair>,
    mark: impl Fn(&mut Pair) -> &mut bool,
) {
    let mut waiting = vec![(old, new)];
    while let Some((old, new)) = waiting.pop() {
        let pair = found.entry((old.id, new.id)).or_insert(Pair { old, new, sent: false, received: false });
        if std::mem::replace(mark(pair), true) {
            continue;
        }
        match (old.kind, new.kind) {
            (Kind::List(old), Kind::List(new)) => waiting.push((old.shape(), new.shape())),
            (Kind::Map { key: old_key, value: old }, Kind::Map { key: new_key, value: new }) => {
                waiting.extend([(old_key.shape(), new_key.shape()), (old.shape(), new.shape())]);
            }
            (Kind::Structure(old), Kind::Structure(new)) | (Kind::Union(old), Kind::Union(new)) => {
                let same = old.members.iter().filter_map(|member| {
                    let (_, other) = new.member(member.name)?;
                    Some((member.target.shape(), other.target.shape()))
                });
                waiting.extend(same);
            }
            _ => {}
        }
    }
}

/// The type of a shape as callers see it: which scalar, which structure or enumeration, lists and maps of what.
pub(super) fn type_of(shape: &Shape) -> String {
    /// Lists and maps cannot contain themselves, and models do not nest more of them.
    const DEPTH: usize = 16;
    let mut name = String::new();
    let mut shape = shape;
    let mut next;

    for _ in 0..DEPTH {
        let word = match shape.kind {
            Kind::Boolean => "a boolean",
            Kind::Integer => "an integer",
            Kind::Long => "a long integer",
            Kind::Double => "a double",
            Kind::Timestamp(_) => "a timestamp",
            Kind::Blob => "a blob",
            Kind::Document => "a document",
            Kind::String(text) if text.values.listed().is_none() => "text",
            Kind::String(_) => return format!("{name}the enum `{}`", shape.name()),
            Kind::Union(_) => return format!("{name}the union `{}`", shape.name()),
            Kind::Structure(_) => return format!("{name}the structure `{}`", shape.name()),
            Kind::List(member) => {
                name.push_str("a list of ");
                name.push_str(nullable(member));
                next = member.shape();
                shape = next;
                continue;
            }
            Kind::Map { key, value } => {
                let key = if is_enum(key.shape()) { key.shape().name() } else { "text" };
                name.push_str("a map from ");
                name.push_str(key);
                name.push_str(" to ");
                name.push_str(nullable(value));
                next = value.shape();
                shape = next;
                continue;
            }
        };
        return name + word;
    }

    name
}

/// What to say of the items of a list or map that can be `null`.
fn nullable(part: Target) -> &'static str {
    if part.is_nullable() { "nothing or " } else { "" }
}

/// Whether a shape is a string with listed values.
pub(super) fn is_enum(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::String(text) if text.values.listed().is_some())
}

/// Whether two shapes look alike in JSON, as far as their own kind goes.
pub(super) fn same_json(old: &Shape, new: &Shape) -> bool {
    match (old.kind, new.kind) {
        (Kind::Timestamp(old), Kind::Timestamp(new)) => old == new,
        (Kind::Integer, Kind::Long)
        | (Kind::Integer | Kind::Long, Kind::Double)
        | (Kind::Blob, Kind::String(_))
        | (Kind::Structure(_) | Kind::Union(_), Kind::Structure(_) | Kind::Union(_)) => true,
        (Kind::List(old), Kind::List(new)) | (Kind::Map { value: old, .. }, Kind::Map { value: new, .. }) => {
            std::mem::discriminant(&old.shape().kind) == std::mem::discriminant(&new.shape().kind)
        }
        (old, new) => std::mem::discriminant(&old) == std::mem::discriminant(&new),
    }
}
