//! Events on their way in: a message becomes a value of a union, or an error.

use apigw_model::__private::{Scalar, Sink, json};
use apigw_spec::value::Timestamp;
use apigw_spec::{Binding, Kind, Member, Shape};
use aws_smithy_types::event_stream::{HeaderValue, Message};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue as HttpHeaderValue, StatusCode};

use crate::call::reply::{Reply, request_id};
use crate::error::{BadEvent, CallError, Error};
use crate::failure::Failure;
use crate::http::frame::{BadFrame, Frames};

/// The head of the reply that events came with, as errors show it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReplyHead<'h> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'h HeaderMap,
}

impl ReplyHead<'_> {
    /// The error of a stream that is not as it should be.
    pub(crate) fn bad(self, reason: impl Into<String>) -> CallError {
        let request_id = request_id(self.headers).map(str::to_owned);
        Error::BadEvent(BadEvent { reason: reason.into(), status: self.status.as_u16(), request_id })
    }

    pub(crate) fn bad_frame(self, error: &BadFrame) -> CallError {
        self.bad(error.to_string())
    }
}

/// Reads the events of a body that arrived whole into a list.
pub(crate) fn read_all(
    body: Bytes,
    union: &'static Shape,
    head: ReplyHead<'_>,
    list: &mut dyn Sink,
) -> Result<(), CallError> {
    let mut frames = Frames::of(body);
    list.open();
    while let Some(message) = frames.last().map_err(|error| head.bad_frame(&error))? {
        if let Some(event) = arrived(&message, union, head)?
            && let Some(place) = list.item()
        {
            event.read(&message, head, place)?;
        }
    }
    Ok(())
}

/// An event that arrived, by its name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival {
    /// The member of the union; nothing if the model lists none of the name.
    member: Option<(usize, &'static Member)>,
}

/// What a message is: an event, or nothing that callers see. An error that the service sent is one here.
pub(crate) fn arrived(
    message: &Message,
    union: &'static Shape,
    head: ReplyHead<'_>,
) -> Result<Option<Arrival>, CallError> {
    let named = |name: &str| union.members().iter().enumerate().find(|(_, member)| member.name == name);
    match text(message, ":message-type") {
        Some("exception") => {
            let name = text(message, ":exception-type").unwrap_or_default();
            let shape = named(name).map(|(_, member)| member.target.shape());
            Err(CallError::service(exception(message, name, shape, head)))
        }
        Some("error") => Err(CallError::service(unmodelled(message, head))),
        // In this protocol the head of the reply says what an initial message says in others.
        _ if text(message, ":event-type") == Some("initial-response") => Ok(None),
        _ => Ok(Some(Arrival { member: text(message, ":event-type").and_then(named) })),
    }
}

impl Arrival {
    /// Reads the event into the place of a union.
    pub(crate) fn read(self, message: &Message, head: ReplyHead<'_>, place: &mut dyn Sink) -> Result<(), CallError> {
        let Some((index, member)) = self.member else { return Ok(()) };
        let Some(place) = place.member(index) else { return Ok(()) };
        let shape = member.target.shape();
        place.open();
        for (index, header) in shape.members().iter().enumerate() {
            if header.binding == Binding::EventHeader
                && let Some(value) =
                    find(message, header.name).and_then(|value| scalar(value, header.target.shape().kind))
                && let Some(place) = place.member(index)
            {
                place.put(value);
            }
        }

        let payload = message.payload();
        let mut members = shape.members().iter().enumerate();
        // Only where it does not: the words of the error quote what the service sent.
        let unfit = |error: serde_json::Error| {
            let (line, column) = (error.line(), error.column());
            head.bad(format!("the event `{}` does not fit the model at line {line}, column {column}", member.name))
        };
        let Some((index, member)) = members.find(|(_, member)| member.binding == Binding::EventPayload) else {
            return if payload.is_empty() { Ok(()) } else { json::read_into(payload, shape, place).map_err(unfit) };
        };

        let Some(place) = place.member(index) else { return Ok(()) };
        match member.target.shape().kind {
            Kind::Blob => _ = place.put(Scalar::Blob(payload)),
            Kind::String(_) => _ = place.put(Scalar::Text(&String::from_utf8_lossy(payload))),
            _ if payload.is_empty() => place.open(),
            _ => json::read_into(payload, member.target.shape(), place).map_err(unfit)?,
        }
        Ok(())
    }
}

/// The value of a header, if it fits the model; one that does not is ignored, like an unknown member of a body.
fn scalar(value: &HeaderValue, kind: Kind) -> Option<Scalar<'_>> {
    let whole = |value: i64| match kind {
        Kind::Integer => i32::try_from(value).is_ok().then_some(Scalar::Integer(value)),
        Kind::Long => Some(Scalar::Integer(value)),
        _ => None,
    };
    match (value, kind) {
        (HeaderValue::Bool(value), Kind::Boolean) => Some(Scalar::Boolean(*value)),
        (HeaderValue::Byte(value), _) => whole(i64::from(*value)),
        (HeaderValue::Int16(value), _) => whole(i64::from(*value)),
        (HeaderValue::Int32(value), _) => whole(i64::from(*value)),
        (HeaderValue::Int64(value), _) => whole(*value),
        (HeaderValue::ByteArray(bytes), Kind::Blob) => Some(Scalar::Blob(bytes)),
        (HeaderValue::String(text), Kind::String(_)) => Some(Scalar::Text(text.as_str())),
        (HeaderValue::Timestamp(time), Kind::Timestamp(_)) => {
            Some(Scalar::Timestamp(Timestamp { seconds: time.secs(), nanoseconds: time.subsec_nanos() }))
        }
        // A UUID has no shape.
        _ => None,
    }
}

/// The failure that an exception of the model is: what it says, with the status that the model gives the error.
fn exception(message: &Message, name: &str, shape: Option<&Shape>, head: ReplyHead<'_>) -> Failure {
    let status = shape.and_then(|shape| StatusCode::from_u16(shape.structure().error?).ok());
    failure(status.unwrap_or(head.status), shape.map_or(name, |shape| shape.name()), message.payload().clone(), head)
}

/// The failure that an error outside of the model is: a code and a message in headers.
fn unmodelled(message: &Message, head: ReplyHead<'_>) -> Failure {
    let said = text(message, ":error-message").unwrap_or_default();
    let body = serde_json::json!({ "message": said }).to_string();
    failure(head.status, text(message, ":error-code").unwrap_or_default(), body.into(), head)
}

/// A failure as it would be read from a reply that says the same.
fn failure(status: StatusCode, code: &str, body: Bytes, head: ReplyHead<'_>) -> Failure {
    let mut headers = head.headers.clone();
    if let Ok(code) = HttpHeaderValue::try_from(code) {
        headers.insert("x-amzn-errortype", code);
    }
    Reply::new(status, headers, body).into_failure()
}

fn find<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    message
        .headers()
        .iter()
        .find(|header| header.name().as_str() == name)
        .map(aws_smithy_types::event_stream::Header::value)
}

fn text<'m>(message: &'m Message, name: &str) -> Option<&'m str> {
    find(message, name)?.as_string().ok().map(aws_smithy_types::str_bytes::StrBytes::as_str)
}
