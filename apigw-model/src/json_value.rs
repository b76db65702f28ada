//! Documents: members that hold any JSON value.

use std::collections::BTreeMap;
use std::fmt;

use apigw_spec::value::{ToValue, Value};
use serde::de::{Deserialize, Deserializer, Error as DeserializeError, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Any JSON value: a member that Smithy calls a document.
///
/// It converts from and to [`serde_json::Value`], and whatever serde can read and write.
///
/// ```
/// use apigw_model::JsonValue;
///
/// let document = JsonValue::from(serde_json::json!({"pets": ["dog", 2, null]}));
/// assert_eq!(document.get("pets").and_then(JsonValue::as_list).map(<[JsonValue]>::len), Some(3));
/// assert_eq!(serde_json::to_string(&document)?, r#"{"pets":["dog",2,null]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum JsonValue {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or one that 64 bits cannot hold.
    Double(f64),
    /// Text.
    String(String),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Map(BTreeMap<String, Self>),
}

impl JsonValue {
    /// The value under a key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_map()?.get(key)
    }

    /// The boolean, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Boolean(value) = self { Some(*value) } else { None }
    }

    /// The whole number, if this is one.
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Integer(value) = self { Some(*value) } else { None }
    }

    /// The number, if this is one. A large whole number is rounded.
    #[expect(clippy::cast_precision_loss, reason = "the caller asks for a floating point number")]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Integer(value) => Some(*value as f64),
            Self::Double(value) => Some(*value),
            _ => None,
        }
    }

    /// The text, if this is text.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items, if this is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The entries, if this is an object.
    pub fn as_map(&self) -> Option<&BTreeMap<String, Self>> {
        if let Self::Map(entries) = self { Some(entries) } else { None }
    }
}

impl From<bool> for JsonValue {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i32> for JsonValue {
    fn from(value: i32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<i64> for JsonValue {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<f64> for JsonValue {
    fn from(value: f64) -> Self {
        Self::Double(value)
    }
}

impl From<&str> for JsonValue {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for JsonValue {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl<T: Into<Self>> From<Vec<T>> for JsonValue {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>> From<BTreeMap<String, T>> for JsonValue {
    fn from(entries: BTreeMap<String, T>) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (key, value.into())).collect())
    }
}

impl From<serde_json::Value> for JsonValue {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Boolean(value),
            serde_json::Value::Number(number) => match number.as_i64() {
                Some(value) => Self::Integer(value),
                None => Self::Double(number.as_f64().unwrap_or(f64::NAN)),
            },
            serde_json::Value::String(text) => Self::String(text),
            serde_json::Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            serde_json::Value::Object(entries) => {
                Self::Map(entries.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
        }
    }
}

impl From<JsonValue> for serde_json::Value {
    /// Numbers that JSON does not have become `null`.
    fn from(document: JsonValue) -> Self {
        match document {
            JsonValue::Null => Self::Null,
            JsonValue::Boolean(value) => value.into(),
            JsonValue::Integer(value) => value.into(),
            JsonValue::Double(value) => value.into(),
            JsonValue::String(text) => text.into(),
            JsonValue::List(items) => items.into_iter().map(Self::from).collect(),
            JsonValue::Map(entries) => entries.into_iter().map(|(key, value)| (key, Self::from(value))).collect(),
        }
    }
}

impl ToValue for JsonValue {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(value) => Value::Boolean(*value),
            Self::Integer(value) => Value::Integer(*value),
            Self::Double(value) => Value::Double(*value),
            Self::String(text) => Value::Text(text),
            Self::List(items) => Value::List(items),
            Self::Map(entries) => Value::Map(entries),
        }
    }
}

impl Serialize for JsonValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Double(value) => serializer.serialize_f64(*value),
            Self::String(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries),
        }
    }
}

impl<'de> Deserialize<'de> for JsonValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = JsonValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: DeserializeError>(self) -> Result<JsonValue, E> {
        Ok(JsonValue::Null)
    }

    fn visit_bool<E: DeserializeError>(self, value: bool) -> Result<JsonValue, E> {
        Ok(JsonValue::Boolean(value))
    }

    fn visit_i64<E: DeserializeError>(self, value: i64) -> Result<JsonValue, E> {
        Ok(JsonValue::Integer(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number that 64 bits with a sign cannot hold is rounded")]
    fn visit_u64<E: DeserializeError>(self, value: u64) -> Result<JsonValue, E> {
        Ok(i64::try_from(value).map_or(JsonValue::Double(value as f64), JsonValue::Integer))
    }

    fn visit_f64<E: DeserializeError>(self, value: f64) -> Result<JsonValue, E> {
        Ok(JsonValue::Double(value))
    }

    fn visit_str<E: DeserializeError>(self, text: &str) -> Result<JsonValue, E> {
        Ok(JsonValue::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<JsonValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(JsonValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonValue, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some((key, value)) = map.next_entry()? {
            entries.insert(key, value);
        }
        Ok(JsonValue::Map(entries))
    }
}
