//! Imports the shapes of botocore's format.

use serde_json::{Value, json};

use super::identifiers::Identifiers;
use super::members::{members, part};
use super::normal;
use super::stated::{check_keys, deprecated, is_true, stated, timestamp_format};
use crate::read::ast::{AstShape, Body, Simple, Trait, Traits};
use crate::read::error::Problems;
use crate::read::json::Node;
use crate::read::traits::{ERROR, HTTP_ERROR, PATTERN, SENSITIVE, SPARSE, STREAMING};

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
    "deprecatedSince",
    "documentation",
    "box",
    "max",
    "min",
    "retryable",
    "requiresLength",
    "streaming",
    "sparse",
    "union",
    "document",
    "eventstream",
    // Members of an event stream are its events, and errors that every service knows are as good as its own.
    "event",
    "synthetic",
];

/// One shape.
pub(super) fn import(ids: &Identifiers<'_>, name: &str, node: &Node<'_>, problems: &mut Problems) -> AstShape {
    let id = ids.shape(name);
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
        "structure" => structure(ids, &id, node, problems),
        "list" => part(ids, &id, "member", node, problems).map_or(Body::Broken, Body::List),
        "map" => {
            let key = part(ids, &id, "key", node, problems);
            let value = part(ids, &id, "value", node, problems);
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

/// A structure, or what botocore writes as one: a union, an event stream, a document.
fn structure(ids: &Identifiers<'_>, id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    if is_true(node, "document") {
        return Body::Simple(Simple::Document);
    }
    let members = members(ids, id, node, problems);
    if is_true(node, "union") || is_true(node, "eventstream") { Body::Union(members) } else { Body::Structure(members) }
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
    for (key, name) in [("sparse", SPARSE), ("eventstream", STREAMING)] {
        traits.extend(is_true(node, key).then(|| stated(name, json!({}), &node.site)));
    }
    if let Some(found) = node.get("pattern")
        && let Some(pattern) = found.text(Some(id), problems)
    {
        traits.extend([stated(PATTERN, Value::from(pattern), &found.site)]);
    }
    traits.extend(timestamp_format(id, node, problems));
    if is_true(node, "exception") {
        let fault = if is_true(node, "fault") { "server" } else { "client" };
        traits.extend([stated(ERROR, Value::from(fault), &node.site)]);
        if let Some(error) = node.get("error") {
            check_keys(&error, Some(id), &["httpStatusCode", "senderFault", "code", "fault"], problems);
            let status = error.get("httpStatusCode");
            traits.extend(status.map(|status| stated(HTTP_ERROR, status.value.clone(), &status.site)));
        }
    }
    traits
}
