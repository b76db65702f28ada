//! The table of keys.

use std::sync::OnceLock;

use serde_json::Value as Json;

const TABLE: &str = include_str!("../../data/openapi.json");

/// The sections, each with what it says about its keys. There are few, and each key of a document is looked up.
type Words = Vec<(String, Vec<(String, String)>)>;

fn table() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(TABLE).unwrap_or_default())
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let sections = table().as_object().into_iter().flatten();
        let of = |section: &Json| {
            let entries = section.as_object().into_iter().flatten();
            entries.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
        };
        sections.map(|(name, section)| (name.clone(), of(section))).collect()
    })
}

/// What a section says about a key.
pub(super) fn word(section: &str, key: &str) -> Option<&'static str> {
    let (_, words) = words().iter().find(|(known, _)| known == section)?;
    words.iter().find(|(known, _)| known == key).map(|(_, word)| word.as_str())
}

/// The keys that only HTTP APIs have.
pub(super) fn http_api_marks(place: &str) -> impl Iterator<Item = &'static str> {
    let marks = table().get("httpApiMarks").and_then(|marks| marks.get(place)).and_then(Json::as_array);
    marks.into_iter().flatten().filter_map(Json::as_str)
}
