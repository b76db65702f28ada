//! Values without a shape: option values, input files and replies.
//!
//! `serde_json::Value` is not enough: options can hold bytes, YAML has dates, numbers have Python's range, and an error
//! message must print a value exactly as the AWS CLI prints it, which depends on where a map came from.

use indexmap::IndexMap;

/// A value without a shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// JSON `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(i128),
    /// A floating point number, infinities and NaN included.
    Double(f64),
    /// A string.
    Text(String),
    /// Bytes, from `fileb://`, base64 or YAML's `!!binary`.
    Bytes(Vec<u8>),
    /// A YAML date. No member takes one, so only its printed forms matter.
    Date(Date),
    /// A list.
    List(Vec<Document>),
    /// A map or structure.
    Map(Map),
}

/// A YAML date, with or without a time, in the two forms that messages print.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// The form of `str()`: `2020-01-01`.
    pub text: String,
    /// The form of `repr()`: `datetime.date(2020, 1, 1)`.
    pub expression: String,
    /// The name of the type: `datetime.date`.
    pub class: &'static str,
}

/// A map that keeps the order of insertion.
#[derive(Debug, Clone, Default)]
pub struct Map {
    entries: IndexMap<String, Document>,
    /// Whether messages name the map as an `OrderedDict`, as they do with the JSON of an option.
    pub is_ordered_dict: bool,
}

impl PartialEq for Map {
    /// Ignores order and origin.
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Map {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// Inserts a value; a key that exists keeps its position.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Document>) {
        self.entries.insert(key.into(), value.into());
    }

    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&Document> {
        self.entries.get(key)
    }

    /// The value under a key, mutable.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Document> {
        self.entries.get_mut(key)
    }

    /// Removes a value; the others keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Document> {
        self.entries.shift_remove(key)
    }

    /// Retains the entries whose values pass, in order.
    pub fn retain(&mut self, mut passes: impl FnMut(&Document) -> bool) {
        self.entries.retain(|_, value| passes(value));
    }

    /// Whether there is a value under a key.
    pub fn contains(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The entries sorted by key, as the text, table and YAML formats list them.
    pub fn sorted(&self) -> Vec<(&str, &Document)> {
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_by_key(|(key, _)| *key);
        entries
    }

    /// The values in order, mutable.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.entries.values_mut()
    }

    /// Consumes the map; the entries come in order.
    pub fn into_entries(self) -> impl Iterator<Item = (String, Document)> {
        self.entries.into_iter()
    }
}

impl<K: Into<String>, V: Into<Document>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl Document {
    /// The string, if this is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The map, if this is one.
    pub fn map(&self) -> Option<&Map> {
        if let Self::Map(map) = self { Some(map) } else { None }
    }

    /// Whether this is neither a list nor a map.
    pub fn is_scalar(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Map(_))
    }

    /// Whether this is a map without entries.
    pub fn is_empty_map(&self) -> bool {
        self.map().is_some_and(Map::is_empty)
    }
}

impl From<&str> for Document {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<Map> for Document {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

impl From<Vec<Document>> for Document {
    fn from(items: Vec<Document>) -> Self {
        Self::List(items)
    }
}

impl From<i128> for Document {
    fn from(value: i128) -> Self {
        Self::Integer(value)
    }
}
