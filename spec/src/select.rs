//! Selects operations, and the shapes that they need.

use std::collections::BTreeSet;

use crate::operation::Operation;
use crate::shape::{Kind, Shape};
use crate::spec::{Notes, Spec};
use crate::suggest;

/// The part of a specification that the named operations need: the operations themselves, every shape that they reach,
/// and what is written about them.
///
/// # Errors
///
/// One message for every name that is no operation of the service.
pub fn select(spec: &Spec, operations: &[&str]) -> Result<Spec, Vec<String>> {
    let known = spec.operations.iter().map(|operation| operation.name);
    let unknown = operations.iter().filter(|name| spec.operation(name).is_none());
    let unknown: Vec<String> = unknown.map(|name| no_operation(spec, name, known.clone())).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let chosen = spec.operations.iter().zip(spec.operation_ids);
    let chosen = chosen.filter(|(operation, _)| operations.contains(&operation.name));
    let (operations, operation_ids): (Vec<&'static Operation>, Vec<&'static str>) = chosen.unzip();
    let shapes = reached(&operations);
    let mut subjects: BTreeSet<&str> = shapes.iter().map(|shape| shape.id).collect();
    subjects.extend(operation_ids.iter().copied().chain([spec.service_id]));
    let is_chosen = |operation: &str| operations.iter().any(|chosen| chosen.name == operation);
    let waiters: Vec<_> = spec.waiters.iter().copied().filter(|waiter| is_chosen(waiter.operation)).collect();
    Ok(Spec {
        shapes: spec.shapes.iter().copied().filter(|shape| subjects.contains(shape.id)).collect::<Vec<_>>().leak(),
        waiters: waiters.leak(),
        operations: operations.leak(),
        operation_ids: operation_ids.leak(),
        documentation: about(spec.documentation, &subjects),
        deprecations: about(spec.deprecations, &subjects),
        ..*spec
    })
}

fn no_operation<'s>(spec: &Spec, name: &str, known: impl Iterator<Item = &'s str>) -> String {
    let reason = format!("no operation `{name}` in {} {}", spec.service.sdk_id, spec.service.version);
    match suggest::nearest(name, known) {
        Some(nearest) => format!("{reason}; did you mean `{nearest}`?"),
        None => reason,
    }
}

/// Every shape that operations reach, in no particular order.
fn reached(operations: &[&'static Operation]) -> Vec<&'static Shape> {
    let mut waiting: Vec<&'static Shape> = Vec::new();
    for operation in operations {
        let targets = std::iter::once(&operation.input).chain(&operation.output).chain(operation.errors);
        waiting.extend(targets.map(|target| target.shape()));
    }
    let mut seen = BTreeSet::new();
    let mut reached = Vec::new();
    while let Some(shape) = waiting.pop() {
        if !seen.insert(shape.id) {
            continue;
        }
        reached.push(shape);
        match shape.kind {
            Kind::List(member) => waiting.push(member.shape()),
            Kind::Map { key, value } => waiting.extend([key.shape(), value.shape()]),
            Kind::Structure(structure) | Kind::Union(structure) => {
                waiting.extend(structure.members.iter().map(|member| member.target.shape()));
            }
            _ => {}
        }
    }
    reached
}

/// The notes about some shapes and their members.
fn about(notes: Notes, subjects: &BTreeSet<&str>) -> Notes {
    let subject = |id: &'static str| id.split_once('$').map_or(id, |(shape, _)| shape);
    Notes(notes.0.iter().copied().filter(|(id, _)| subjects.contains(subject(id))).collect::<Vec<_>>().leak())
}
