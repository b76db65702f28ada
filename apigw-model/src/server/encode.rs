//! From the output of an operation to its response.

use std::borrow::Cow;

use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Kind, Operation, Target};

use super::message::Response;
use crate::{blob, json, timestamp};

/// The output of an operation as it travels.
pub(super) fn encode(operation: &Operation, output: &dyn Members) -> Response {
    let mut response = Response { status: operation.status, ..Response::default() };
    let Some(shape) = operation.output.map(Target::shape) else { return response };
    let has = |binding| shape.members().iter().any(|member| member.binding == binding);
    let is_json = has(Binding::Body) || !has(Binding::Payload);
    if is_json {
        response.body = json::body(shape, output).into_bytes();
        response.headers.push((Cow::Borrowed("Content-Type"), "application/json".to_owned()));
    }

    for (index, member) in shape.members().iter().enumerate() {
        let value = output.member(index, member.name);
        match (member.binding, value) {
            (_, Value::Absent | Value::Null) => {}
            (Binding::Payload, Value::Blob(bytes)) => response.body = bytes.to_vec(),
            (Binding::Payload, Value::Text(text)) => response.body = text.as_bytes().to_vec(),
            (Binding::Payload, value) => {
                response.body = json::text(member.target, value).into_bytes();
                response.headers.push((Cow::Borrowed("Content-Type"), "application/json".to_owned()));
            }
            (Binding::Header(name), value) => response.headers.extend(header(name, member.target, value)),
            (Binding::EncodedHeader(name), Value::Text(text)) => {
                response.headers.push((Cow::Borrowed(name), blob::to_base64(text.as_bytes())));
            }
            (Binding::PrefixHeaders(prefix), Value::Map(map)) => map.visit(&mut |key, value| {
                let name = format!("{prefix}{}", key.text().unwrap_or_default());
                response.headers.extend(value.text().map(|text| (Cow::Owned(name), text.to_owned())));
            }),
            (Binding::StatusCode, Value::Integer(status)) => {
                response.status = u16::try_from(status).unwrap_or(operation.status);
            }
            _ => {}
        }
    }
    response
}

fn header(name: &'static str, target: Target, value: Value<'_>) -> Option<(Cow<'static, str>, String)> {
    let (Kind::List(item), Value::List(list)) = (target.shape().kind, value) else {
        return Some((Cow::Borrowed(name), text(target, value)?));
    };
    let items = (0..list.len()).filter_map(|index| {
        let value = list.get(index);
        let text = text(item, value)?;
        let quoted = text.contains(['"', ',']) && matches!(value, Value::Text(_));
        Some(if quoted { format!("\"{}\"", text.replace('"', "\\\"")) } else { text })
    });
    Some((Cow::Borrowed(name), items.collect::<Vec<_>>().join(", ")))
}

/// The text of a value in a header.
fn text(target: Target, value: Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_owned()),
        Value::Boolean(value) => Some(value.to_string()),
        Value::Integer(value) => Some(value.to_string()),
        Value::Double(value) => Some(value.to_string()),
        Value::Timestamp(moment) => match target.shape().kind {
            Kind::Timestamp(format) => Some(timestamp::to_text(moment, format)),
            _ => None,
        },
        Value::Blob(bytes) => Some(blob::to_base64(bytes)),
        _ => None,
    }
}
