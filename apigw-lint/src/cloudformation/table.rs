//! The table of resources.

use std::sync::OnceLock;

use serde_json::Value as Json;

const TABLE: &str = include_str!("../../data/cloudformation.json");

fn table() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(TABLE).unwrap_or_default())
}

fn word(section: &str, key: &str) -> Option<&'static str> {
    table().get(section)?.get(key)?.as_str()
}

/// The property of a resource that holds an OpenAPI document.
pub(super) fn body(resource: &str) -> Option<&'static str> {
    word("bodies", resource)
}

/// The resource that is a method with its integration and responses.
pub(super) fn method() -> Option<&'static str> {
    table().get("methods").and_then(Json::as_str)
}

/// The operation that makes a resource.
pub(super) fn operation(resource: &str) -> Option<&'static str> {
    table().get("requests")?.get(resource)?.get("operation")?.as_str()
}

/// Whether a property has another form than the member of its name.
pub(super) fn is_omitted(property: &str) -> bool {
    let omitted = table().get("omitted").and_then(Json::as_array);
    omitted.into_iter().flatten().any(|known| known.as_str() == Some(property))
}

/// The member that a property of a resource becomes, if it has another name.
pub(super) fn member(resource: &str, property: &str) -> Option<&'static str> {
    table().get("requests")?.get(resource)?.get("members")?.get(property)?.as_str()
}
