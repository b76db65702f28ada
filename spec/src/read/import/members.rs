//! Imports the members of structures of botocore's format, and how they travel.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::identifiers::Identifiers;
use super::stated::{check_keys, deprecated, is_true, stated, timestamp_format};
use crate::read::ast::{AstMember, AstReference, AstShape, Body, Traits};
use crate::read::error::{Problems, Site};
use crate::read::json::Node;
use crate::read::traits::{
    EVENT_HEADER, EVENT_PAYLOAD, HOST_LABEL, HTTP_HEADER, HTTP_LABEL, HTTP_PAYLOAD, HTTP_PREFIX_HEADERS, HTTP_QUERY,
    HTTP_QUERY_PARAMS, HTTP_RESPONSE_CODE, IDEMPOTENCY_TOKEN, JSON_NAME, MEDIA_TYPE, REQUIRED,
};

/// The keys of a member that are understood, or have no consequence for a call.
const MEMBER_KEYS: &[&str] = &[
    "shape",
    "location",
    "locationName",
    "timestampFormat",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "box",
    "contextParam",
    "idempotencyToken",
    "streaming",
    "jsonvalue",
    "hostLabel",
    "eventpayload",
    "eventheader",
    // The member has a shape that lists no values, and the AWS tools go by the shape.
    "enum",
];

/// The keys of a member that are true or missing, and the traits that they stand for.
const FLAGS: [(&str, &str); 4] = [
    ("idempotencyToken", IDEMPOTENCY_TOKEN),
    ("hostLabel", HOST_LABEL),
    ("eventpayload", EVENT_PAYLOAD),
    ("eventheader", EVENT_HEADER),
];

/// The trait under which the name of a path label is kept until the labels are named after members. It never leaves the
/// importer.
const LABEL_NAME: &str = "import#labelName";

pub(super) fn part(
    ids: &Identifiers<'_>,
    shape: &str,
    name: &str,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<AstMember> {
    let Some(part) = node.get(name) else {
        problems.shape(&node.site, shape, format!("lacks `{name}`"));
        return None;
    };
    // A list or map of restJson1 is JSON as it stands; names of its parts concern XML and query protocols.
    check_keys(&part, Some(shape), &["shape", "locationName", "documentation"], problems);
    reference(ids, shape, name, &part, problems)
}

fn reference(
    ids: &Identifiers<'_>,
    shape: &str,
    name: &str,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<AstMember> {
    let id = format!("{shape}${name}");
    let target = node.required_text("shape", Some(&id), problems)?;
    let reference = AstReference { target: ids.shape(target), site: node.site.child("shape") };
    Some(AstMember { id, name: name.to_owned(), site: node.site.clone(), reference, traits: deprecated(node) })
}

pub(super) fn members(ids: &Identifiers<'_>, id: &str, node: &Node<'_>, problems: &mut Problems) -> Vec<AstMember> {
    let found = node.get("members").map(|members| members.entries(Some(id), problems)).unwrap_or_default();
    let required = node.get("required").map(|required| required.items(Some(id), problems)).unwrap_or_default();
    let required: BTreeSet<&str> = required.iter().filter_map(|item| item.text(Some(id), problems)).collect();
    let payload = node.get("payload").and_then(|payload| payload.text(Some(id), problems));
    let names: BTreeSet<&str> = found.iter().map(|(name, _)| *name).collect();
    for name in required.iter().chain(&payload).filter(|name| !names.contains(*name)) {
        problems.shape(&node.site, id, format!("has no member `{name}`, which it requires or has as its payload"));
    }
    let mut members = Vec::new();

    for (name, node) in found {
        let Some(mut member) = reference(ids, id, name, &node, problems) else { continue };
        check_keys(&node, Some(&member.id), MEMBER_KEYS, problems);
        if required.contains(name) {
            member.traits.extend([stated(REQUIRED, json!({}), &node.site)]);
        }
        if payload == Some(name) {
            member.traits.extend([stated(HTTP_PAYLOAD, json!({}), &node.site)]);
        }
        for (key, stands_for) in FLAGS {
            member.traits.extend(is_true(&node, key).then(|| stated(stands_for, json!({}), &node.site)));
        }
        member.traits.extend(timestamp_format(&member.id, &node, problems));
        let bound = binding(&member, &node, payload.is_some_and(|payload| payload == name), problems);
        member.traits.extend(bound);
        members.push(member);
    }

    members
}

/// How a member travels: by its `location`, or in the body under its `locationName`.
fn binding(member: &AstMember, node: &Node<'_>, is_payload: bool, problems: &mut Problems) -> Traits {
    let id = Some(member.id.as_str());
    let given = node.get("locationName").and_then(|found| found.text(id, problems));
    let name = given.unwrap_or(&member.name);
    let one = |key: &str, value: Value, site: &Site| Traits::from([stated(key, value, site)]);
    let Some(location) = node.get("location") else {
        let renamed = given.filter(|given| *given != member.name && !is_payload);
        return renamed.map(|name| one(JSON_NAME, Value::from(name), &node.site)).unwrap_or_default();
    };

    let site = &location.site;
    match location.text(id, problems).unwrap_or_default() {
        "uri" => {
            let mut traits = one(HTTP_LABEL, json!({}), site);
            traits.extend([stated(LABEL_NAME, Value::from(name), site)]);
            traits
        }
        "querystring" if given.is_none() => one(HTTP_QUERY_PARAMS, json!({}), site),
        "querystring" => one(HTTP_QUERY, Value::from(name), site),
        "header" if is_true(node, "jsonvalue") => {
            let mut traits = one(HTTP_HEADER, Value::from(name), site);
            traits.extend([stated(MEDIA_TYPE, Value::from("application/json"), site)]);
            traits
        }
        "header" => one(HTTP_HEADER, Value::from(name), site),
        "headers" => one(HTTP_PREFIX_HEADERS, Value::from(given.unwrap_or_default()), site),
        "statusCode" => one(HTTP_RESPONSE_CODE, json!({}), site),
        "" => Traits::new(),
        other => {
            problems.shape(site, &member.id, format!("has the unknown location `{other}`"));
            Traits::new()
        }
    }
}

/// The members that are path labels, by the names that botocore gives the labels.
pub(super) fn label_names(shape: &AstShape) -> BTreeMap<&str, &str> {
    let Body::Structure(members) = &shape.body else { return BTreeMap::new() };
    let named = members.iter().filter_map(|member| {
        let label = member.traits.get(LABEL_NAME)?.value.as_str()?;
        Some((label, member.name.as_str()))
    });
    named.collect()
}
