//! What all parts of botocore's format have in common: known keys, deprecations, and traits that the importer states.

use serde_json::{Value, json};

use crate::read::ast::{Trait, Traits};
use crate::read::error::{Problems, Site};
use crate::read::json::Node;
use crate::read::traits::DEPRECATED;

/// Reports every key that is neither understood nor known to be without consequence.
pub(super) fn check_keys(node: &Node<'_>, shape: Option<&str>, known: &[&str], problems: &mut Problems) {
    for (key, value) in node.entries(shape, problems) {
        if known.contains(&key) {
            continue;
        }
        match shape {
            Some(shape) => problems.shape(&value.site, shape, format!("uses `{key}`, which is not supported")),
            None => problems.file(&value.site, format!("the file uses `{key}`, which is not supported")),
        }
    }
}

/// A trait that the importer states.
pub(super) fn stated(name: &str, value: Value, site: &Site) -> (String, Trait) {
    (name.to_owned(), Trait { value, site: site.clone() })
}

/// The deprecation of an operation or shape.
pub(super) fn deprecated(node: &Node<'_>) -> Traits {
    if !node.get("deprecated").is_some_and(|found| found.value == &Value::Bool(true)) {
        return Traits::new();
    }
    let message = node.get("deprecatedMessage").and_then(|message| message.value.as_str().map(str::to_owned));
    let value = message.map_or(json!({}), |message| json!({ "message": message }));
    Traits::from([stated(DEPRECATED, value, &node.site)])
}
