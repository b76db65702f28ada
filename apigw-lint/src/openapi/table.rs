//! The table of keys.

use std::sync::OnceLock;

use serde_json::{Map, Value as Json};

const TABLE: &str = include_str!("../../data/openapi.json");

fn table() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(TABLE).unwrap_or_default())
}

fn section(name: &str) -> Option<&'static Map<String, Json>> {
    table().get(name).and_then(Json::as_object)
}

/// What a section says about a key.
pub(super) fn word(section: &str, key: &str) -> Option<&'static str> {
    self::section(section)?.get(key).and_then(Json::as_str)
}

/// The keys that only HTTP APIs have.
pub(super) fn http_api_marks(place: &str) -> impl Iterator<Item = &'static str> {
    let marks = section("httpApiMarks").and_then(|marks| marks.get(place)).and_then(Json::as_array);
    marks.into_iter().flatten().filter_map(Json::as_str)
}
