//! A JSON value together with its place, and the ways to take it apart that report what is wrong.

use serde_json::{Map, Value};

use super::error::{Problems, Site};
use super::repeats;

/// A value of a file and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    /// The value.
    pub(super) value: &'a Value,
    /// Its place.
    pub(super) site: Site,
}

/// The word for the kind of a JSON value, with its article.
pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// Parses the text of a file; nesting is bounded by the parser.
pub(super) fn parse(text: &str, site: &Site, problems: &mut Problems) -> Option<Value> {
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str(text) {
        Ok(value) => {
            for path in repeats::find(text) {
                let site = path.iter().fold(site.clone(), |site, key| site.child(key));
                problems.file(&site, "the file has the same key twice in one object");
            }
            Some(value)
        }
        Err(error) => {
            problems.file(site, format!("the file is not JSON: {error}"));
            None
        }
    }
}

impl<'a> Node<'a> {
    /// The value at a key, if the value is an object that has it.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        self.value.get(key).map(|value| Node { value, site: self.site.child(key) })
    }

    /// The members of an object; `shape` is whose fault it is if the value is none.
    pub(super) fn object(&self, shape: Option<&str>, problems: &mut Problems) -> Option<&'a Map<String, Value>> {
        let object = self.value.as_object();
        if object.is_none() {
            self.expected("an object", shape, problems);
        }
        object
    }

    /// Every entry of an object.
    pub(super) fn entries(&self, shape: Option<&str>, problems: &mut Problems) -> Vec<(&'a str, Self)> {
        let entries = self.object(shape, problems).into_iter().flatten();
        entries.map(|(key, value)| (key.as_str(), Node { value, site: self.site.child(key) })).collect()
    }

    /// Every item of an array.
    pub(super) fn items(&self, shape: Option<&str>, problems: &mut Problems) -> Vec<Self> {
        let Some(items) = self.value.as_array() else {
            self.expected("an array", shape, problems);
            return Vec::new();
        };
        let place = |(index, value)| Node { value, site: self.site.child(&usize::to_string(&index)) };
        items.iter().enumerate().map(place).collect()
    }

    /// The text of a string.
    pub(super) fn text(&self, shape: Option<&str>, problems: &mut Problems) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.expected("a string", shape, problems);
        }
        text
    }

    /// The text of a string that must be given and not be empty.
    pub(super) fn required_text(&self, key: &str, shape: Option<&str>, problems: &mut Problems) -> Option<&'a str> {
        let Some(node) = self.get(key) else {
            if self.value.is_object() {
                report(&self.site, shape, problems, format!("lacks `{key}`"));
            } else {
                self.expected("an object", shape, problems);
            }
            return None;
        };
        let text = node.text(shape, problems)?;
        if text.is_empty() {
            report(&node.site, shape, problems, format!("has an empty `{key}`"));
            return None;
        }
        Some(text)
    }

    fn expected(&self, what: &str, shape: Option<&str>, problems: &mut Problems) {
        report(&self.site, shape, problems, format!("has {} where {what} must be", kind_of(self.value)));
    }
}

/// Records a problem with a shape, or with the file if none is known.
fn report(site: &Site, shape: Option<&str>, problems: &mut Problems, reason: String) {
    match shape {
        Some(shape) => problems.shape(site, shape, reason),
        None => problems.file(site, format!("the file {reason}")),
    }
}
