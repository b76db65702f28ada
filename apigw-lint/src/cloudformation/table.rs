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

/// Whether a section lists a word: `functions`, the resources whose attribute `Arn` is the ARN of a function; `omitted`,
/// the properties that have another form than the member of their name.
pub(super) fn is_in(section: &str, word: &str) -> bool {
    let words = table().get(section).and_then(Json::as_array);
    words.into_iter().flatten().any(|known| known.as_str() == Some(word))
}

/// The member that a property of a resource becomes, if it has another name.
pub(super) fn member(resource: &str, property: &str) -> Option<&'static str> {
    table().get("requests")?.get(resource)?.get("members")?.get(property)?.as_str()
}
