//! What all parts of botocore's format have in common: known keys, deprecations, and traits that the importer states.

use serde_json::Value;

use crate::read::ast::{Trait, Traits};
use crate::read::error::{Problems, Site};
use crate::read::json::Node;
use crate::read::traits::{DEPRECATED, TIMESTAMP_FORMAT};

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

/// Whether a key is there and true.
pub(super) fn is_true(node: &Node<'_>, key: &str) -> bool {
    node.get(key).is_some_and(|found| found.value == &Value::Bool(true))
}

/// The deprecation of an operation or shape.
pub(super) fn deprecated(node: &Node<'_>) -> Traits {
    if !is_true(node, "deprecated") {
        return Traits::new();
    }
    let text = |key: &str| node.get(key).and_then(|found| found.value.as_str()).map(Value::from);
    let parts = [("message", text("deprecatedMessage")), ("since", text("deprecatedSince"))];
    let parts = parts.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Traits::from([stated(DEPRECATED, Value::Object(parts.collect()), &node.site)])
}

/// The trait for the format of a timestamp.
pub(super) fn timestamp_format(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<(String, Trait)> {
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
