//! Whether a JSON body has the types of its shape. Text may stand for numbers and booleans, as services accept it.

use apigw_spec::{Kind, Target};
use serde_json::Value;

/// What is wrong with the types of a value, in the words of the services.
pub(super) fn mistyped(target: Target, value: &Value) -> Option<String> {
    let shape = target.shape();
    match (shape.kind, value) {
        (_, Value::Null)
        | (Kind::Document, _)
        | (Kind::String(_) | Kind::Blob | Kind::Timestamp(_), Value::String(_))
        | (Kind::Boolean, Value::Bool(_))
        | (Kind::Integer | Kind::Long | Kind::Double | Kind::Timestamp(_), Value::Number(_)) => None,
        (Kind::Boolean, Value::String(text)) if text.parse::<bool>().is_ok() => None,
        (Kind::Integer | Kind::Long | Kind::Double, Value::String(text)) if text.trim().parse::<f64>().is_ok() => None,
        (Kind::List(item), Value::Array(items)) => items.iter().find_map(|value| mistyped(item, value)),
        (Kind::Map { value: item, .. }, Value::Object(entries)) => {
            entries.values().find_map(|value| mistyped(item, value))
        }
        (Kind::Structure(structure) | Kind::Union(structure), Value::Object(entries)) => structure
            .members
            .iter()
            .find_map(|member| entries.get(member.wire_name).and_then(|value| mistyped(member.target, value))),
        (kind, value) => Some(format!("{} can not be converted to an {}", found(value), expected(&kind))),
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "class java.lang.Boolean",
        Value::Number(_) => "class com.amazon.coral.value.json.numbers.TruncatingBigNumber",
        Value::String(_) => "class java.lang.String",
        Value::Array(_) => "class java.util.ArrayList",
        Value::Object(_) => "class java.util.HashMap",
    }
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Boolean => "Boolean",
        Kind::Integer => "Integer",
        Kind::Long => "Long",
        Kind::Double => "Double",
        Kind::Timestamp(_) => "Timestamp",
        Kind::Blob => "Blob",
        Kind::List(_) => "List",
        Kind::Map { .. } => "Map",
        Kind::Structure(_) | Kind::Union(_) | Kind::Document => "Object",
        Kind::String(_) => "String",
        _ => "value",
    }
}
