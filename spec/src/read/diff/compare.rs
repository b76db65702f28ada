//! Compares the services, the operations, and the named shapes of two generations.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Action, Breaks, Change, Side, Subject};
use super::handling;
use super::pairs::{is_enum, pairs};
use super::structures;
use super::verdict::Diff;
use crate::operation::{Operation, Quota};
use crate::shape::{Kind, Shape, Target};
use crate::spec::Spec;

/// Says what changed from `old` to `new`, and which callers it breaks.
///
/// Generated structures and enumerations can grow without breaking programs that use them, which is why additions
/// break only where a caller must give something more.
pub fn diff(old: &Spec, new: &Spec) -> Diff {
    let mut changes = Vec::new();
    service(old, new, &mut changes);
    operations(old, new, &mut changes);
    quotas(old, new, &mut changes);
    named_shapes(old, new, &mut changes);
    for pair in pairs(old, new) {
        structures::compare(&pair, &mut changes);
    }
    changes.sort_by(|left, right| {
        let key = |change: &Change| (change.side, change.subject, change.action);
        key(left).cmp(&key(right)).then_with(|| left.name.cmp(&right.name))
    });
    changes.dedup();
    Diff { changes }
}

fn service(old: &Spec, new: &Spec, changes: &mut Vec<Change>) {
    let (was, is) = (old.service, new.service);
    let facts = [
        ("the SDK identifier", was.sdk_id, is.sdk_id, Breaks { rust: false, json: false, shell: true }),
        ("the version", was.version, is.version, Breaks::NONE),
        ("the title", was.title, is.title, Breaks::NONE),
        ("the signing name", was.signing_name, is.signing_name, Breaks::NONE),
        ("the endpoint prefix", was.endpoint_prefix, is.endpoint_prefix, Breaks::NONE),
    ];
    for (fact, was, is, breaks) in facts {
        if was != is {
            let detail = format!("{fact} is `{is}`, was `{was}`");
            changes.push(Change::changed(Side::Request, Subject::Service, new.service.sdk_id, detail, breaks));
        }
    }
}

/// Quotas are compared where both generations have some: a model as AWS publishes it has none, which says nothing.
fn quotas(old: &Spec, new: &Spec, changes: &mut Vec<Change>) {
    let has_some = |spec: &Spec| spec.service.quota.is_some() || spec.operations.iter().any(|one| one.quota.is_some());
    if !has_some(old) || !has_some(new) {
        return;
    }
    let said = |quota: Option<Quota>| match quota {
        Some(Quota { calls: 1, seconds }) => format!("1 call in {seconds} s"),
        Some(Quota { calls, seconds }) => format!("{calls} calls in {seconds} s"),
        None => "no quota of its own".to_owned(),
    };
    let mut compare = |subject, name, was, is| {
        if was != is {
            let detail = format!("has {}, had {}", said(is), said(was));
            changes.push(Change::changed(Side::Request, subject, name, detail, Breaks::NONE));
        }
    };
    compare(Subject::Service, new.service.sdk_id, old.service.quota, new.service.quota);
    for operation in new.operations {
        if let Some(before) = old.operation(operation.name) {
            compare(Subject::Operation, operation.name, before.quota, operation.quota);
        }
    }
}

fn operations(old: &Spec, new: &Spec, changes: &mut Vec<Change>) {
    for operation in new.operations {
        match old.operation(operation.name) {
            Some(before) => compare_operation(before, operation, changes),
            None => changes.push(operation_change(Action::Added, operation, Breaks::NONE)),
        }
    }
    for operation in old.operations.iter().filter(|operation| new.operation(operation.name).is_none()) {
        changes.push(operation_change(Action::Removed, operation, Breaks::ALL));
    }
}

fn operation_change(action: Action, operation: &Operation, breaks: Breaks) -> Change {
    Change::came_or_went(Side::Request, action, Subject::Operation, operation.name.to_owned(), breaks)
}

fn compare_operation(old: &Operation, new: &Operation, changes: &mut Vec<Change>) {
    let mut change = |side, detail: String, breaks| {
        changes.push(Change::changed(side, Subject::Operation, new.name, detail, breaks));
    };
    if (old.method, old.uri) != (new.method, new.uri) {
        let detail = format!("travels as `{} {}`, was `{} {}`", new.method, new.uri, old.method, old.uri);
        change(Side::Request, detail, Breaks::NONE);
    }

    for detail in handling::compare(&old.handling, &new.handling) {
        change(Side::Request, detail, Breaks::NONE);
    }
    if old.status != new.status {
        change(Side::Answer, format!("succeeds with {}, was {}", new.status, old.status), Breaks::NONE);
    }
    let output = |operation: &Operation| operation.output.map(|output| output.shape().name());

    match (output(old), output(new)) {
        (Some(was), Some(is)) if was != is => {
            change(Side::Answer, format!("answers with `{is}`, was `{was}`"), Breaks::RUST);
        }
        (Some(was), None) => change(Side::Answer, format!("answers with nothing, was `{was}`"), Breaks::ALL),
        (None, Some(is)) => change(Side::Answer, format!("answers with `{is}`, was nothing"), Breaks::RUST),
        _ => {}
    }

    match (old.pagination, new.pagination) {
        (Some(_), None) => {
            change(Side::Request, "is not paged any more".to_owned(), Breaks { rust: true, json: false, shell: true });
        }
        (None, Some(_)) => change(Side::Request, "is paged now".to_owned(), Breaks::NONE),
        (Some(was), Some(is)) if was != is => {
            change(Side::Request, "is paged by other members".to_owned(), Breaks::NONE);
        }
        _ => {}
    }

    let names = |operation: &Operation| -> BTreeSet<&'static str> {
        operation.errors.iter().map(|error| error.shape().name()).collect()
    };
    let (was, is) = (names(old), names(new));
    for error in is.difference(&was) {
        change(Side::Answer, format!("can fail with `{error}`"), Breaks::NONE);
    }
    for error in was.difference(&is) {
        change(Side::Answer, format!("does not fail with `{error}` any more"), Breaks::NONE);
    }
}

/// A shape that callers know by name, and how they meet it.
struct Named {
    side: Side,
    subject: Subject,
}

/// The structures, enumerations and errors that callers know by name. Inputs go by the name of their operation.
fn named(spec: &Spec) -> BTreeMap<&'static str, Named> {
    let sent = reached(spec.operations.iter().map(|operation| operation.input));
    let inputs: BTreeSet<&str> = spec.operations.iter().map(|operation| operation.input.shape().id).collect();
    let mut named = BTreeMap::new();
    for shape in spec.shapes {
        let subject = match shape.kind {
            Kind::Structure(structure) if structure.error.is_some() => Subject::Error,
            Kind::Structure(_) | Kind::Union(_) => Subject::Structure,
            Kind::String(_) if is_enum(shape) => Subject::Enum,
            _ => continue,
        };
        if inputs.contains(shape.id) {
            continue;
        }
        let side = if sent.contains(shape.id) { Side::Request } else { Side::Answer };
        named.insert(shape.name(), Named { side, subject });
    }
    named
}

fn reached(targets: impl Iterator<Item = Target>) -> BTreeSet<&'static str> {
    let mut waiting: Vec<&'static Shape> = targets.map(Target::shape).collect();
    let mut reached = BTreeSet::new();
    while let Some(shape) = waiting.pop() {
        if reached.insert(shape.id) {
            waiting.extend(parts(shape));
        }
    }
    reached
}

/// The shapes that a value of a shape holds values of.
pub(super) fn parts(shape: &Shape) -> Vec<&'static Shape> {
    match shape.kind {
        Kind::List(member) => vec![member.shape()],
        Kind::Map { key, value } => vec![key.shape(), value.shape()],
        Kind::Structure(structure) | Kind::Union(structure) => {
            structure.members.iter().map(|member| member.target.shape()).collect()
        }
        _ => Vec::new(),
    }
}

fn named_shapes(old: &Spec, new: &Spec, changes: &mut Vec<Change>) {
    let (was, is) = (named(old), named(new));
    for (name, Named { side, subject }) in &is {
        if was.get(name).is_none_or(|before| before.subject != *subject) {
            changes.push(Change::came_or_went(*side, Action::Added, *subject, (*name).to_owned(), Breaks::NONE));
        }
    }
    for (name, Named { side, subject }) in &was {
        if is.get(name).is_none_or(|after| after.subject != *subject) {
            changes.push(Change::came_or_went(*side, Action::Removed, *subject, (*name).to_owned(), Breaks::RUST));
        }
    }
}
