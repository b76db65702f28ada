//! The members of structures, and the HTTP status of errors.

use std::collections::BTreeMap;

use super::binding;
use super::numbers;
use super::resolved::{ResolvedBinding, ResolvedMember, ResolvedPart, ResolvedShape, Shapes};
use super::roles::Roles;
use super::simple::{simple_of, target_body, timestamp_format};
use crate::read::ast::{AstMember, AstShape, Body, Model, Simple};
use crate::read::error::Problems;
use crate::read::secrecy;
use crate::read::traits::{ERROR, HTTP_ERROR, IDEMPOTENCY_TOKEN, JSON_NAME, REQUIRED, TIMESTAMP_FORMAT};
use crate::shape::{Kind, TimestampFormat};

/// Lowers the members of a structure and reports those that contradict each other.
pub(super) fn members(
    shape: &AstShape,
    members: &[AstMember],
    roles: &Roles,
    model: &Model,
    shapes: &mut Shapes,
    problems: &mut Problems,
) -> Vec<ResolvedMember> {
    let mut lowered = Vec::new();
    for member in members {
        let binding = binding::lower(member, shape, roles, model, problems);
        let wire_name = wire_name(member, &binding, problems);
        lowered.push(ResolvedMember {
            name: member.name.clone(),
            wire_name,
            target: timestamp(member, &binding, model, shapes, problems)
                .or_else(|| events(member, &binding, model, shapes, problems))
                .unwrap_or_else(|| member.reference.target.clone()),
            // A token that is not given is made up, and events may be sent one by one.
            required: member.traits.contains_key(REQUIRED)
                && !member.traits.contains_key(IDEMPOTENCY_TOKEN)
                && binding != ResolvedBinding::Events,
            secrecy: secrecy::of(member, model, problems),
            binding,
        });
    }

    check_wire_names(members, &lowered, problems);
    binding::check(shape, members, &lowered, roles, problems);
    lowered
}

/// The name in a JSON body. Elsewhere the binding has the name and `jsonName` means nothing.
fn wire_name(member: &AstMember, binding: &ResolvedBinding, problems: &mut Problems) -> String {
    let given = member.traits.get(JSON_NAME).and_then(|found| found.node().text(Some(&member.id), problems));
    match (binding, given) {
        (ResolvedBinding::Body, Some(name)) => name.to_owned(),
        _ => member.name.clone(),
    }
}

fn check_wire_names(members: &[AstMember], lowered: &[ResolvedMember], problems: &mut Problems) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let in_body = members.iter().zip(lowered).filter(|(_, lowered)| lowered.binding == ResolvedBinding::Body);
    for (member, lowered) in in_body {
        let wire_name = lowered.wire_name.as_str();
        if let Some(before) = seen.insert(wire_name, &lowered.name) {
            let site = member.traits.get(JSON_NAME).map_or(&member.site, |found| &found.site);
            let reason = format!("has the JSON name `{wire_name}`, which `{before}` has already");
            problems.shape(site, &member.id, reason);
        }
    }
}

/// The shape of a timestamp whose place or trait asks for another format than its shape has: a shape beside it, named
/// after the format.
fn timestamp(
    member: &AstMember,
    binding: &ResolvedBinding,
    model: &Model,
    shapes: &mut Shapes,
    problems: &mut Problems,
) -> Option<String> {
    let target = &member.reference.target;
    let own = member.traits.get(TIMESTAMP_FORMAT);
    if simple_of(target, model) != Some(Simple::Timestamp) {
        if let Some(Body::List(item)) = target_body(member, model)
            && simple_of(&item.reference.target, model) == Some(Simple::Timestamp)
        {
            let id = timestamp(item, binding, model, shapes, problems)?;
            let list = format!("{target}Of{}", id.rsplit_once('#').map_or("", |(_, name)| name));
            shapes.insert(list.clone(), ResolvedShape::List(ResolvedPart { target: id, nullable: false }));
            return Some(list);
        }
        if let Some(own) = own {
            problems.shape(&own.site, &member.id, "has a timestamp format, but is not a timestamp");
        }
        return None;
    }

    let of_shape = model.shapes.get(target).and_then(|shape| shape.traits.get(TIMESTAMP_FORMAT));
    // A bad format of the shape is reported with the shape, hence the problems that are dropped.
    let of_shape = of_shape.and_then(|found| timestamp_format(found, target, &mut Problems::default()));
    let wanted = own.and_then(|own| timestamp_format(own, &member.id, problems)).or(of_shape);
    let wanted = wanted.unwrap_or_else(|| binding.timestamp_format());
    if wanted == of_shape.unwrap_or(TimestampFormat::EpochSeconds) {
        return None;
    }

    let suffix = match wanted {
        TimestampFormat::EpochSeconds => "EpochSeconds",
        TimestampFormat::DateTime => "DateTime",
        TimestampFormat::HttpDate => "HttpDate",
    };

    let id = format!("{target}{suffix}");
    if model.shapes.contains_key(&id) {
        problems.shape(&member.site, &member.id, format!("needs a shape of its own, but `{id}` is taken"));
        return None;
    }

    shapes.insert(id.clone(), ResolvedShape::Plain(Kind::Timestamp(wanted)));
    Some(id)
}

/// The list of the events of a stream, which is what a caller gives or gets unless the events are read one by one.
fn events(
    member: &AstMember,
    binding: &ResolvedBinding,
    model: &Model,
    shapes: &mut Shapes,
    problems: &mut Problems,
) -> Option<String> {
    if *binding != ResolvedBinding::Events {
        return None;
    }
    let target = &member.reference.target;
    let id = format!("{target}Events");
    if model.shapes.contains_key(&id) {
        problems.shape(&member.site, &member.id, format!("needs a list of events, but `{id}` is taken"));
        return None;
    }
    shapes.insert(id.clone(), ResolvedShape::List(ResolvedPart { target: target.clone(), nullable: false }));
    Some(id)
}

/// The HTTP status of a structure that is an error.
pub(super) fn status(shape: &AstShape, problems: &mut Problems) -> Option<u16> {
    let own = shape.traits.get(HTTP_ERROR);
    let Some(fault) = shape.traits.get(ERROR) else {
        if let Some(own) = own {
            problems.shape(&own.site, &shape.id, format!("has an HTTP status, but lacks the trait `{ERROR}`"));
        }
        return None;
    };
    let by_fault = match fault.node().text(Some(&shape.id), problems)? {
        "client" => 400,
        "server" => 500,
        other => {
            let reason = format!("is an error of `{other}`; use `client` or `server`");
            problems.shape(&fault.site, &shape.id, reason);
            return None;
        }
    };
    match own {
        Some(own) => numbers::status(&own.node(), &shape.id, problems),
        None => Some(by_fault),
    }
}
