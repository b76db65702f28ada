//! Imports the shapes of botocore's format.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::normal;
use super::stated::{check_keys, deprecated, stated};
use crate::read::ast::{AstMember, AstReference, AstShape, Body, Simple, Trait, Traits};
use crate::read::error::{Problems, Site};
use crate::read::json::Node;
use crate::read::traits::{
    ERROR, HTTP_ERROR, HTTP_HEADER, HTTP_LABEL, HTTP_PAYLOAD, HTTP_PREFIX_HEADERS, HTTP_QUERY, HTTP_QUERY_PARAMS,
    HTTP_RESPONSE_CODE, JSON_NAME, PATTERN, REQUIRED, SENSITIVE, TIMESTAMP_FORMAT,
};

/// The keys of a shape that are understood, or have no consequence for a call.
const SHAPE_KEYS: &[&str] = &[
    "type",
    "members",
    "member",
    "key",
    "value",
    "enum",
    "pattern",
    "required",
    "payload",
    "error",
    "exception",
    "fault",
    "sensitive",
    "timestampFormat",
    "deprecated",
    "deprecatedMessage",
    "documentation",
    "box",
    "max",
    "min",
    "retryable",
    "requiresLength",
    "streaming",
];

/// The keys of a member that are understood, or have no consequence for a call.
const MEMBER_KEYS: &[&str] = &[
    "shape",
    "location",
    "locationName",
    "timestampFormat",
    "deprecated",
    "deprecatedMessage",
    "documentation",
    "box",
    "contextParam",
    "idempotencyToken",
    "streaming",
];

/// The trait under which the name of a path label is kept until the labels are named after members. It never leaves the
/// importer.
const LABEL_NAME: &str = "import#labelName";

/// One shape.
pub(super) fn import(namespace: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> AstShape {
    let id = format!("{namespace}#{name}");
    check_keys(node, Some(&id), SHAPE_KEYS, problems);
    let mut traits = deprecated(node);
    traits.extend(shape_traits(&id, node, problems));
    let kind = node.required_text("type", Some(&id), problems).unwrap_or_default();
    let simple = Body::Simple;

    let body = match kind {
        "boolean" => simple(Simple::Boolean),
        "integer" | "short" | "byte" => simple(Simple::Integer),
        "long" => simple(Simple::Long),
        "float" | "double" => simple(Simple::Double),
        "timestamp" => simple(Simple::Timestamp),
        "blob" => simple(Simple::Blob),
        "string" => string(&id, node, problems),
        "structure" => Body::Structure(members(namespace, &id, node, problems)),
        "list" => part(namespace, &id, "member", node, problems).map_or(Body::Broken, Body::List),
        "map" => {
            let key = part(namespace, &id, "key", node, problems);
            let value = part(namespace, &id, "value", node, problems);
            key.zip(value).map_or(Body::Broken, |(key, value)| Body::Map(key, value))
        }
        "" => Body::Broken,
        _ => {
            problems.shape(&node.site.child("type"), &id, format!("is of the unsupported type `{kind}`"));
            Body::Broken
        }
    };

    AstShape { id, site: node.site.clone(), body, traits }
}

fn string(id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    let Some(values) = node.get("enum") else { return Body::Simple(Simple::String) };
    let items = values.items(Some(id), problems);
    let texts: Vec<&str> = items.iter().filter_map(|item| item.text(Some(id), problems)).collect();
    let origin = Trait { value: Value::Null, site: values.site };
    normal::enumeration(id, texts.into_iter(), &origin)
}

fn shape_traits(id: &str, node: &Node<'_>, problems: &mut Problems) -> Traits {
    let mut traits = Traits::new();
    if is_true(node, "sensitive") {
        traits.extend([stated(SENSITIVE, json!({}), &node.site)]);
    }
    if let Some(found) = node.get("pattern")
        && let Some(pattern) = found.text(Some(id), problems)
    {
        traits.extend([stated(PATTERN, Value::from(anchored(pattern)), &found.site)]);
    }
    traits.extend(timestamp_format(id, node, problems));
    if is_true(node, "exception") {
        let fault = if is_true(node, "fault") { "server" } else { "client" };
        traits.extend([stated(ERROR, Value::from(fault), &node.site)]);
        if let Some(error) = node.get("error") {
            check_keys(&error, Some(id), &["httpStatusCode", "senderFault"], problems);
            let status = error.get("httpStatusCode");
            traits.extend(status.map(|status| stated(HTTP_ERROR, status.value.clone(), &status.site)));
        }
    }
    traits
}

fn is_true(node: &Node<'_>, key: &str) -> bool {
    node.get(key).is_some_and(|found| found.value == &Value::Bool(true))
}

/// A pattern that describes the whole text, in Smithy's terms.
fn anchored(pattern: &str) -> String {
    let ends = pattern.ends_with('$') && !pattern.ends_with("\\$");
    match (pattern.starts_with('^'), ends) {
        (true, true) => pattern.to_owned(),
        _ if pattern.contains('|') => format!("^(?:{pattern})$"),
        (true, false) => format!("{pattern}$"),
        (false, true) => format!("^{pattern}"),
        (false, false) => format!("^{pattern}$"),
    }
}

fn timestamp_format(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<(String, Trait)> {
    let found = node.get("timestampFormat")?;
    let format = match found.text(Some(id), problems)? {
        "iso8601" => "date-time",
        "unixTimestamp" => "epoch-seconds",
        "rfc822" => "http-date",
        other => {
            problems.shape(&found.site, id, format!("has the unknown timestamp format `{other}`"));
            return None;
        }
    };
    Some(stated(TIMESTAMP_FORMAT, Value::from(format), &found.site))
}

fn part(namespace: &str, shape: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> Option<AstMember> {
    let Some(part) = node.get(name) else {
        problems.shape(&node.site, shape, format!("lacks `{name}`"));
        return None;
    };
    // A list or map of restJson1 is JSON as it stands; names of its parts concern XML and query protocols.
    check_keys(&part, Some(shape), &["shape", "locationName", "documentation"], problems);
    reference(namespace, shape, name, &part, problems)
}

fn reference(namespace: &str, shape: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> Option<AstMember> {
    let id = format!("{shape}${name}");
    let target = node.required_text("shape", Some(&id), problems)?;
    let reference = AstReference { target: format!("{namespace}#{target}"), site: node.site.child("shape") };
    Some(AstMember { id, name: name.to_owned(), site: node.site.clone(), reference, traits: deprecated(node) })
}

fn members(namespace: &str, id: &str, node: &Node<'_>, problems: &mut Problems) -> Vec<AstMember> {
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
        let Some(mut member) = reference(namespace, id, name, &node, problems) else { continue };
        check_keys(&node, Some(&member.id), MEMBER_KEYS, problems);
        if required.contains(name) {
            member.traits.extend([stated(REQUIRED, json!({}), &node.site)]);
        }
        if payload == Some(name) {
            member.traits.extend([stated(HTTP_PAYLOAD, json!({}), &node.site)]);
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
