//! What is done to an operation's requests beyond the bindings of their members.

use super::found::FoundOperation;
use super::resolved::{ResolvedHandling, ResolvedStructure};
use super::service;
use super::simple::simple_of;
use crate::operation::{Auth, Checksum};
use crate::read::ast::{AstShape, Body, Model, Simple, Trait};
use crate::read::error::{Problems, with_nearest};
use crate::read::traits::{
    AUTH, CHECKSUM, CHECKSUM_REQUIRED, COMPRESSION, ENDPOINT, HOST_LABEL, HTTP_PAYLOAD, IDEMPOTENCY_TOKEN, MEDIA_TYPE,
    OPTIONAL_AUTH, UNSIGNED_PAYLOAD, UNTYPED,
};

/// What the traits of an operation and of its input ask for.
pub(super) fn lower(
    found: &FoundOperation<'_>,
    input: Option<&ResolvedStructure>,
    model: &Model,
    problems: &mut Problems,
) -> ResolvedHandling {
    let (traits, id) = (&found.shape.traits, found.shape.id.as_str());
    let ast_input = found.operation.input.as_ref().and_then(|input| model.shapes.get(&input.target));
    let has_checksum = |found: &Trait| found.value.get("requestChecksumRequired").is_some_and(|found| found == true);
    let gzip = |found: &Trait| {
        let encodings = found.value.get("encodings").and_then(|found| found.as_array());
        encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "gzip"))
    };

    ResolvedHandling {
        host_prefix: traits.get(ENDPOINT).and_then(|endpoint| host_prefix(endpoint, id, ast_input, input, problems)),
        token: ast_input.and_then(|input| marked(input, IDEMPOTENCY_TOKEN)),
        auth: match traits.get(AUTH) {
            _ if traits.contains_key(OPTIONAL_AUTH) => Auth::None,
            Some(own) => service::chosen(own).unwrap_or_else(|| service::auth(&found.service)),
            None => service::auth(&found.service),
        },
        unsigned_payload: traits.contains_key(UNSIGNED_PAYLOAD),
        checksum: match traits.get(CHECKSUM) {
            Some(found) if has_checksum(found) => Some(Checksum::Crc32),
            _ => traits.contains_key(CHECKSUM_REQUIRED).then_some(Checksum::Md5),
        },
        compressed: traits.get(COMPRESSION).is_some_and(gzip),
        media_type: ast_input.and_then(|input| media_type(input, model)).filter(|_| !is_untyped(found)),
    }
}

/// Whether the service takes bodies that are no JSON without their media type.
fn is_untyped(found: &FoundOperation<'_>) -> bool {
    found.service.shape.traits.contains_key(UNTYPED)
}

/// The media type of an input that is bytes or text as a whole.
fn media_type(input: &AstShape, model: &Model) -> Option<String> {
    let Body::Structure(members) = &input.body else { return None };
    let payload = members.iter().find(|member| member.traits.contains_key(HTTP_PAYLOAD))?;
    let default = match simple_of(&payload.reference.target, model)? {
        Simple::Blob => "application/octet-stream",
        Simple::String => "text/plain",
        _ => return None,
    };
    let of_shape = model.shapes.get(&payload.reference.target).and_then(|shape| shape.traits.get(MEDIA_TYPE));
    let stated = payload.traits.get(MEDIA_TYPE).or(of_shape).and_then(|found| found.value.as_str());
    Some(stated.unwrap_or(default).to_owned())
}

/// The member of a structure that has a trait.
fn marked(shape: &AstShape, name: &str) -> Option<String> {
    let Body::Structure(members) = &shape.body else { return None };
    members.iter().find(|member| member.traits.contains_key(name)).map(|member| member.name.clone())
}

/// The host prefix of an `endpoint` trait, whose labels name members of the input.
fn host_prefix(
    endpoint: &Trait,
    id: &str,
    input: Option<&AstShape>,
    resolved: Option<&ResolvedStructure>,
    problems: &mut Problems,
) -> Option<String> {
    let prefix = endpoint.node().required_text("hostPrefix", Some(id), problems)?;
    let members = match input.map(|input| &input.body) {
        Some(Body::Structure(members)) => members.as_slice(),
        _ => &[],
    };
    let marked = members.iter().filter(|member| member.traits.contains_key(HOST_LABEL));
    let marked: Vec<&str> = marked.map(|member| member.name.as_str()).collect();
    let required = |name: &str| {
        let members = resolved.map(|resolved| resolved.members.as_slice()).unwrap_or_default();
        members.iter().any(|member| member.name == name && member.required)
    };

    let mut rest = prefix;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((label, after)) = after.split_once('}') else {
            problems.shape(
                &endpoint.site,
                id,
                format!("has the host prefix `{prefix}`, in which a label is not closed"),
            );
            return None;
        };
        if !marked.contains(&label) || !required(label) {
            let reason =
                format!("has the host label `{label}`, for which its input has no required member with `hostLabel`");
            problems.shape(&endpoint.site, id, with_nearest(reason, label, marked.iter().copied()));
        }
        rest = after;
    }
    Some(prefix.to_owned())
}
