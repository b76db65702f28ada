//! The values of the cases in the forms of serde: bytes are base64 there, and text in the cases.

use apigw_model::blob::to_base64;
use apigw_spec::{Kind, Shape};
use serde_json::Value;

/// A value of the cases in serde's form.
pub(crate) fn in_base64(value: &Value, shape: &Shape) -> Value {
    match (value, shape.kind) {
        (Value::String(text), Kind::Blob) => Value::from(to_base64(text.as_bytes())),
        (Value::Array(items), Kind::List(item)) => items.iter().map(|value| in_base64(value, item.shape())).collect(),
        (Value::Object(entries), Kind::Map { value: target, .. }) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), in_base64(value, target.shape())));
            Value::Object(entries.collect())
        }
        (Value::Object(members), Kind::Structure(structure) | Kind::Union(structure)) => {
            let members = members.iter().map(|(name, value)| {
                let member = structure.member(name).map(|(_, member)| member.target.shape());
                (name.clone(), member.map_or_else(|| value.clone(), |shape| in_base64(value, shape)))
            });
            Value::Object(members.collect())
        }
        _ => value.clone(),
    }
}

/// Whether two values are the same: `1` and `1.0` are one number.
pub(crate) fn are_equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| are_equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| are_equal(one, other)))
        }
        _ => one == other,
    }
}
