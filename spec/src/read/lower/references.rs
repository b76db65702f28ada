//! Whether every reference names a shape of the kind that its place needs.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::ast::{AstMember, AstReference, Body, Model, Simple, UNIT, prelude};
use crate::read::error::{Problems, with_nearest};

/// Reports references to shapes that do not exist or cannot stand where they stand.
pub(super) fn check(model: &Model, problems: &mut Problems) {
    check_names(model, problems);
    let circular = circular(model);
    for (id, shape) in &model.shapes {
        match &shape.body {
            Body::Structure(members) | Body::Union(members) => {
                for member in members {
                    check_value(member, model, problems);
                }
            }
            Body::List(member) => check_value(member, model, problems),
            Body::Map(key, value) => {
                check_value(value, model, problems);
                check_key(key, model, problems);
            }
            Body::Operation(operation) => {
                for reference in operation.input.iter().chain(&operation.output) {
                    check_structure(id, reference, model, problems);
                }
            }
            Body::Simple(_) | Body::Enum(_) | Body::Refined(_) | Body::Service(_) | Body::Broken => {}
        }

        if circular.contains(id.as_str()) {
            problems.shape(&shape.site, id, "contains itself without a structure between");
        }
    }
}

/// Reports structures, enumerations and operations of the same name in different namespaces: callers know them by name.
fn check_names(model: &Model, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, shape) in &model.shapes {
        let known = matches!(
            shape.body,
            Body::Structure(_)
                | Body::Union(_)
                | Body::Enum(_)
                | Body::Refined(_)
                | Body::Operation(_)
                | Body::Service(_)
        );
        let Some((_, name)) = id.split_once('#').filter(|_| known) else { continue };
        if let Some(before) = seen.insert(name, id) {
            problems.shape(&shape.site, id, format!("has the same name as `{before}`; names must differ"));
        }
    }
}

/// Reports a reference to a shape that does not exist.
pub(super) fn exists(id: &str, reference: &AstReference, model: &Model, problems: &mut Problems) -> bool {
    let target = &reference.target;
    if model.shapes.contains_key(target) || prelude(target).is_some() {
        return true;
    }
    let reason = format!("targets unknown shape `{target}`");
    problems.shape(&reference.site, id, with_nearest(reason, target, model.shapes.keys().map(String::as_str)));
    false
}

fn check_value(member: &AstMember, model: &Model, problems: &mut Problems) {
    if member.reference.target == UNIT {
        problems.shape(&member.reference.site, &member.id, format!("targets `{UNIT}`, which has no value"));
        return;
    }
    if !exists(&member.id, &member.reference, model, problems) {
        return;
    }
    let body = model.shapes.get(&member.reference.target).map(|shape| &shape.body);
    if matches!(body, Some(Body::Operation(_) | Body::Service(_))) {
        let reason = format!("targets `{}`, which is not a value", member.reference.target);
        problems.shape(&member.reference.site, &member.id, reason);
    }
}

fn check_key(key: &AstMember, model: &Model, problems: &mut Problems) {
    if !exists(&key.id, &key.reference, model, problems) {
        return;
    }
    let body = model.shapes.get(&key.reference.target).map(|shape| &shape.body);
    let text = match body {
        Some(body) => {
            matches!(body, Body::Simple(Simple::String) | Body::Enum(_) | Body::Refined(_) | Body::Broken)
        }
        None => prelude(&key.reference.target) == Some(Simple::String),
    };
    if !text {
        let reason = format!("targets `{}`, but the keys of a map are strings", key.reference.target);
        problems.shape(&key.reference.site, &key.id, reason);
    }
}

fn check_structure(id: &str, reference: &AstReference, model: &Model, problems: &mut Problems) {
    if reference.target == UNIT || !exists(id, reference, model, problems) {
        return;
    }
    let body = model.shapes.get(&reference.target).map(|shape| &shape.body);
    if !matches!(body, Some(Body::Structure(_) | Body::Broken)) {
        problems.shape(&reference.site, id, format!("targets `{}`, which is not a structure", reference.target));
    }
}

/// The lists and maps that lead back to themselves through lists and maps only. Each leads to one shape, so that every
/// way is walked once.
fn circular(model: &Model) -> BTreeSet<&str> {
    let next = |id: &str| match model.shapes.get(id).map(|shape| &shape.body) {
        Some(Body::List(member) | Body::Map(_, member)) => Some(member.reference.target.as_str()),
        _ => None,
    };
    let (mut seen, mut circular) = (BTreeMap::new(), BTreeSet::new());
    for (walk, start) in model.shapes.keys().enumerate() {
        let mut at = Some(start.as_str());
        while let Some(id) = at {
            if let Some(before) = seen.insert(id, walk) {
                seen.insert(id, before);
                let mut inside = Some(id).filter(|_| before == walk);
                while let Some(id) = inside.filter(|id| circular.insert(*id)) {
                    inside = next(id);
                }
                break;
            }
            at = next(id);
        }
    }
    circular
}
