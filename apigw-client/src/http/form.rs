//! The forms that values have outside a JSON body: in the path, the query, headers, and as a whole body.

use apigw_model::__private::json;
use apigw_spec::value::Value;
use apigw_spec::{Kind, Target};
use bytes::Bytes;

/// The entries of a map, with the shape of their values.
pub(crate) fn entries(target: Target, value: Value<'_>) -> Option<Vec<(String, Value<'_>, Target)>> {
    let (Kind::Map { value: target, .. }, Value::Map(map)) = (target.shape().kind, value) else { return None };
    let mut entries = Vec::with_capacity(map.len());
    map.visit(&mut |key, value| entries.push((key.text().unwrap_or_default().to_owned(), value, target)));
    Some(entries)
}

/// The values of one query parameter: one, or one for each item of a list.
pub(crate) fn query_values(target: Target, value: Value<'_>) -> Option<Vec<String>> {
    let (Kind::List(item), Value::List(list)) = (target.shape().kind, value) else {
        return Some(vec![scalar(target, value)?]);
    };
    (0..list.len()).map(|index| scalar(item, list.get(index))).collect()
}

/// The value of one header: the items of a list are separated by commas, and quoted where needed.
pub(crate) fn header_text(target: Target, value: Value<'_>) -> Option<String> {
    let (Kind::List(item), Value::List(list)) = (target.shape().kind, value) else {
        return scalar(target, value);
    };
    let mut texts = Vec::with_capacity(list.len());
    for index in 0..list.len() {
        let text = scalar(item, list.get(index))?;
        let quoted = text.contains(['"', ',']) && matches!(list.get(index), Value::Text(_));
        texts.push(if quoted { format!("\"{}\"", text.replace('"', "\\\"")) } else { text });
    }
    Some(texts.join(", "))
}

/// The string form of a scalar.
pub(crate) fn scalar(target: Target, value: Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_owned()),
        Value::Boolean(value) => Some(value.to_string()),
        Value::Integer(_) | Value::Double(_) => Some(json::text(target, value).trim_matches('"').to_owned()),
        Value::Timestamp(moment) => match target.shape().kind {
            Kind::Timestamp(format) => Some(apigw_model::timestamp::to_text(moment, format)),
            _ => None,
        },
        Value::Blob(bytes) => Some(apigw_model::blob::to_base64(bytes)),
        Value::Absent
        | Value::Opaque
        | Value::Partial(_)
        | Value::Null
        | Value::List(_)
        | Value::Map(_)
        | Value::Structure(_) => None,
    }
}

/// The bytes of a member that is bound to the whole body.
pub(crate) fn payload(target: Target, value: Value<'_>) -> Bytes {
    match (value, target.shape().kind) {
        (_, Kind::Document) => Bytes::from(json::text(target, value)),
        (Value::Blob(bytes), _) => Bytes::copy_from_slice(bytes),
        (Value::Text(text), _) => Bytes::copy_from_slice(text.as_bytes()),
        _ => Bytes::from(json::text(target, value)),
    }
}
