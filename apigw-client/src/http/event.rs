//! Events on their way out: a value of a union becomes a message.

use apigw_model::__private::json;
use apigw_spec::value::{Members, Timestamp, Value};
use apigw_spec::{Binding, Kind, Shape};
use aws_smithy_types::DateTime;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::{Bytes, BytesMut};

use crate::http::form::payload;
use crate::http::frame;

/// The frames of a list of events; `None` if one of them has no form.
pub(crate) fn frames(union: &Shape, events: Value<'_>) -> Option<Bytes> {
    let Value::List(events) = events else { return None };
    let mut out = BytesMut::new();
    for index in 0..events.len() {
        frame::write(&message(union, events.get(index))?, &mut out).ok()?;
    }
    Some(out.freeze())
}

/// The message of an event; `None` if the union has no member, or none of the model.
pub(crate) fn message(union: &Shape, event: Value<'_>) -> Option<Message> {
    let Value::Structure(event) = event else { return None };
    let mut given = union.members().iter().enumerate();
    let (member, value) = given.find_map(|(index, member)| match event.member(index, member.name) {
        Value::Structure(value) => Some((member, value)),
        _ => None,
    })?;
    let shape = member.target.shape();
    let (body, content_type) = body(shape, value);

    let mut message = Message::new(body);
    for (name, text) in [(":message-type", "event"), (":event-type", member.name)] {
        message = message.add_header(Header::new(name, HeaderValue::String(text.into())));
    }
    for (index, member) in shape.members().iter().enumerate().filter(|(_, member)| is_header(member.binding)) {
        if let Some(value) = header(value.member(index, member.name), member.target.shape().kind) {
            message = message.add_header(Header::new(member.name, value));
        }
    }
    let content_type = content_type.map(|text| Header::new(":content-type", HeaderValue::String(text.into())));
    Some(content_type.into_iter().fold(message, Message::add_header))
}

fn is_header(binding: Binding) -> bool {
    binding == Binding::EventHeader
}

/// The payload of an event, and its type: one of its members, or all that are not headers, as JSON.
fn body(shape: &Shape, value: &dyn Members) -> (Bytes, Option<&'static str>) {
    let mut members = shape.members().iter().enumerate();
    let Some((index, member)) = members.find(|(_, member)| member.binding == Binding::EventPayload) else {
        let is_empty = shape.members().iter().all(|member| is_header(member.binding)) && !shape.members().is_empty();
        return if is_empty {
            (Bytes::new(), None)
        } else {
            (json::body(shape, value).into(), Some("application/json"))
        };
    };

    let content_type = match member.target.shape().kind {
        Kind::Blob => "application/octet-stream",
        Kind::String(_) => "text/plain",
        _ => "application/json",
    };
    match value.member(index, member.name) {
        Value::Absent | Value::Null => (Bytes::new(), None),
        value => (payload(member.target, value), Some(content_type)),
    }
}

/// The value of a header of an event, of the type that the model gives it. Numbers that it calls bytes or shorts are whole
/// numbers of 32 bits.
fn header(value: Value<'_>, kind: Kind) -> Option<HeaderValue> {
    Some(match value {
        Value::Boolean(value) => HeaderValue::Bool(value),
        Value::Integer(value) => match i32::try_from(value) {
            Ok(value) if !matches!(kind, Kind::Long) => HeaderValue::Int32(value),
            _ => HeaderValue::Int64(value),
        },
        Value::Text(text) => HeaderValue::String(text.to_owned().into()),
        Value::Blob(bytes) => HeaderValue::ByteArray(Bytes::copy_from_slice(bytes)),
        Value::Timestamp(Timestamp { seconds, nanoseconds }) => {
            HeaderValue::Timestamp(DateTime::from_secs_and_nanos(seconds, nanoseconds.min(999_999_999)))
        }
        _ => return None,
    })
}
