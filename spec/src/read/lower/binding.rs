//! How members travel in HTTP, and which members cannot travel together.

use std::collections::BTreeMap;

use super::resolved::{ResolvedBinding, ResolvedMember};
use super::roles::Roles;
use super::simple::{simple_of, target_body};
use crate::read::ast::{AstMember, AstShape, Body, Model, Simple, Trait};
use crate::read::error::Problems;
use crate::read::traits::{
    EVENT_HEADER, EVENT_PAYLOAD, HTTP_HEADER, HTTP_LABEL, HTTP_PAYLOAD, HTTP_PREFIX_HEADERS, HTTP_QUERY,
    HTTP_QUERY_PARAMS, HTTP_RESPONSE_CODE, MEDIA_TYPE, REQUIRED, STREAMING,
};

/// The binding of a member. Traits without a meaning in the structure's role leave the member in the body, as Smithy
/// says; on nested structures that is all of them.
pub(super) fn lower(
    member: &AstMember,
    shape: &AstShape,
    roles: &Roles,
    model: &Model,
    problems: &mut Problems,
) -> ResolvedBinding {
    let (input, output) = (roles.is_input(&shape.id), roles.is_output(&shape.id));
    if (input || output) && is_event_stream(member, model) {
        return ResolvedBinding::Events;
    }
    if member.traits.contains_key(EVENT_PAYLOAD) {
        return ResolvedBinding::EventPayload;
    }
    if member.traits.contains_key(EVENT_HEADER) {
        return ResolvedBinding::EventHeader;
    }

    let bindings = [
        (HTTP_LABEL, input),
        (HTTP_QUERY, input),
        (HTTP_QUERY_PARAMS, input),
        (HTTP_HEADER, input || output),
        (HTTP_PREFIX_HEADERS, input || output),
        (HTTP_PAYLOAD, input || output),
        (HTTP_RESPONSE_CODE, output),
    ];
    let mut found = bindings.iter().filter_map(|(name, here)| Some((*name, *here, member.traits.get(*name)?)));
    let Some((name, here, first)) = found.next() else { return ResolvedBinding::Body };
    if let Some((other, _, second)) = found.next() {
        problems.shape(&second.site, &member.id, format!("is bound by both `{name}` and `{other}`"));
    }
    // What is wrong with a trait that means nothing here, such as a label of an output, is wrong with nothing.
    if here { read(name, first, member, model, problems) } else { ResolvedBinding::Body }
}

/// Reads one binding trait and reports a target that cannot travel that way.
fn read(name: &str, found: &Trait, member: &AstMember, model: &Model, problems: &mut Problems) -> ResolvedBinding {
    let simple = simple_of(&member.reference.target, model);
    let scalar = |simple| !matches!(simple, None | Some(Simple::Blob));
    let text = |problems: &mut Problems| found.node().text(Some(&member.id), problems).unwrap_or_default().to_owned();

    let named = |problems: &mut Problems| {
        let name = text(problems);
        if name.is_empty() && found.value.is_string() {
            problems.shape(&found.site, &member.id, "is bound to an empty name");
        }
        name
    };

    let body = target_body(member, model);
    let scalars = match body {
        Some(Body::List(item)) => scalar(simple_of(&item.reference.target, model)),
        Some(Body::Broken) => true,
        _ => scalar(simple),
    };

    let (binding, fits) = match name {
        HTTP_LABEL => {
            if !member.traits.contains_key(REQUIRED) {
                problems.shape(&found.site, &member.id, "is a label of the path, so it must be `required`");
            }
            (ResolvedBinding::Label, scalar(simple))
        }
        HTTP_QUERY => (ResolvedBinding::Query(named(problems)), scalars),
        HTTP_QUERY_PARAMS => (ResolvedBinding::QueryMap, is_map_of_text(body, model, true)),
        HTTP_HEADER if simple == Some(Simple::String) && has_media_type(member, model) => {
            (ResolvedBinding::EncodedHeader(named(problems)), true)
        }
        HTTP_HEADER => (ResolvedBinding::Header(named(problems)), scalars),
        HTTP_PREFIX_HEADERS => (ResolvedBinding::PrefixHeaders(text(problems)), is_map_of_text(body, model, false)),
        HTTP_PAYLOAD => (ResolvedBinding::Payload, true),
        _ => (ResolvedBinding::StatusCode, simple == Some(Simple::Integer)),
    };

    let known = simple.is_some() || body.is_some();
    if known && !fits && !matches!(body, Some(Body::Broken)) {
        let reason = format!("targets `{}`, which cannot travel by `{name}`", member.reference.target);
        problems.shape(&found.site, &member.id, reason);
    }

    binding
}

/// Whether a member is a stream of events.
fn is_event_stream(member: &AstMember, model: &Model) -> bool {
    let target = model.shapes.get(&member.reference.target);
    target.is_some_and(|shape| matches!(shape.body, Body::Union(_)) && shape.traits.contains_key(STREAMING))
}

/// Whether the text of a member is of a media type, so that it can hold what a header cannot.
fn has_media_type(member: &AstMember, model: &Model) -> bool {
    let target = model.shapes.get(&member.reference.target);
    member.traits.contains_key(MEDIA_TYPE) || target.is_some_and(|shape| shape.traits.contains_key(MEDIA_TYPE))
}

/// Whether a shape is a map of strings or, if `lists` are allowed, of lists of strings.
fn is_map_of_text(body: Option<&Body>, model: &Model, lists: bool) -> bool {
    let Some(Body::Map(_, value)) = body else { return false };
    match target_body(value, model) {
        Some(Body::List(item)) if lists => simple_of(&item.reference.target, model) == Some(Simple::String),
        _ => simple_of(&value.reference.target, model) == Some(Simple::String),
    }
}

/// Reports members of one structure that claim the same place.
pub(super) fn check(
    shape: &AstShape,
    members: &[AstMember],
    lowered: &[ResolvedMember],
    roles: &Roles,
    problems: &mut Problems,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (member, lowered) in members.iter().zip(lowered) {
        let Some(place) = exclusive_place(&lowered.binding) else { continue };
        if let Some(before) = seen.get(&place) {
            let reason = format!("is bound to the {place}, to which `{before}` is bound already");
            problems.shape(&member.site, &member.id, reason);
        } else {
            seen.insert(place, &member.name);
        }
    }

    let payload =
        lowered.iter().find(|member| matches!(member.binding, ResolvedBinding::Payload | ResolvedBinding::Events));
    let Some(payload) = payload.filter(|_| roles.is_input(&shape.id) || roles.is_output(&shape.id)) else { return };
    for (member, lowered) in members.iter().zip(lowered) {
        if lowered.binding == ResolvedBinding::Body {
            let reason = format!("has no place, because `{}` is the whole body", payload.name);
            problems.shape(&member.site, &member.id, reason);
        }
    }
}

/// The place that only one member of a structure can have.
fn exclusive_place(binding: &ResolvedBinding) -> Option<String> {
    Some(match binding {
        ResolvedBinding::Body
        | ResolvedBinding::Label
        | ResolvedBinding::EventHeader
        | ResolvedBinding::EventPayload => return None,
        ResolvedBinding::Query(name) => format!("query parameter `{name}`"),
        ResolvedBinding::QueryMap => "remaining query parameters".to_owned(),
        ResolvedBinding::Header(name) | ResolvedBinding::EncodedHeader(name) => {
            format!("header `{}`", name.to_ascii_lowercase())
        }
        ResolvedBinding::PrefixHeaders(_) => "headers with a prefix".to_owned(),
        ResolvedBinding::Payload | ResolvedBinding::Events => "whole body".to_owned(),
        ResolvedBinding::StatusCode => "status code".to_owned(),
    })
}
