//! From a request to the input of its operation.

use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Kind, Member, Operation, Target};
use serde::de::DeserializeSeed as _;
use serde_json::Value as Json;

use super::body::mistyped;
use super::error_reply::ErrorReply;
use super::labels::{decoded_parameter, labels, pairs};
use super::message::Request;
use crate::serde::{NameStyle, ShapeReader};
use crate::sink::{Scalar, Sink};
use crate::{blob, timestamp};

/// An input that was decoded, before it is handled. Required members that the request lacks are absent from it.
///
/// ```
/// use apigw_model::server::{ErrorReply, Received};
/// use apigw_spec::value::Members as _;
///
/// fn has_name(received: &Received<'_>) -> Result<(), ErrorReply> {
///     let members = received.operation.input.shape().members();
///     let name = members.iter().position(|member| member.name == "name");
///     let is_missing = |index| received.member(index, "name").text().is_none();
///     if name.is_some_and(is_missing) {
///         return Err(ErrorReply::new("BadRequestException", "a name is missing"));
///     }
///     Ok(())
/// }
/// ```
#[expect(missing_debug_implementations, reason = "the input is known by its members only")]
pub struct Received<'r> {
    /// The operation.
    pub operation: &'static Operation,
    /// The request.
    pub request: &'r Request<'r>,
    pub(super) input: &'r dyn Members,
    /// For each member of the input, whether the request has it.
    pub(super) given: Vec<bool>,
}

impl Members for Received<'_> {
    fn member(&self, index: usize, name: &str) -> Value<'_> {
        if self.given.get(index).is_some_and(|given| *given) { self.input.member(index, name) } else { Value::Absent }
    }
}

/// Fills the input of an operation from a request for it. The answer says for each member whether the request has it.
pub(super) fn decode(
    operation: &'static Operation,
    request: &Request<'_>,
    input: &mut dyn Sink,
) -> Result<Vec<bool>, ErrorReply> {
    let members = operation.input.shape().members();
    let labels = labels(operation.uri, request.path());
    let body = body(operation, request)?;
    let mut given = vec![false; members.len()];

    for (index, (member, given)) in members.iter().zip(&mut given).enumerate() {
        let Some(sink) = input.member(index) else { continue };
        *given = match member.binding {
            Binding::Label => match labels.iter().find(|(name, _)| *name == member.name) {
                Some((_, text)) => put(sink, member.target, &[text], member)?,
                None => false,
            },
            Binding::Query(name) => {
                let found = pairs(request.query()).filter(|(known, _)| decoded_parameter(known) == name);
                let values: Vec<_> = found.map(|(_, value)| decoded_parameter(value)).collect();
                let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
                put(sink, member.target, &values, member)?
            }
            Binding::QueryMap => put_rest(sink, member, operation, request)?,
            Binding::Header(name) => match request.header(name) {
                Some(text) => put_header(sink, member, text)?,
                None => false,
            },
            Binding::PrefixHeaders(prefix) => put_headers(sink, member, prefix, request)?,
            Binding::Payload => put_payload(sink, member, request.body)?,
            Binding::Body => match body.get(member.wire_name) {
                Some(value) if !value.is_null() => {
                    ShapeReader::new(member.target, sink, NameStyle::Wire).deserialize(value).map_err(unreadable)?;
                    true
                }
                _ => false,
            },
            Binding::EncodedHeader(name) => match request.header(name) {
                Some(text) => put_encoded(sink, member, text)?,
                None => false,
            },
            // No input has these at its top, but for streams of events, which `handle` refuses.
            Binding::StatusCode | Binding::Events | Binding::EventHeader | Binding::EventPayload => false,
        };
    }

    Ok(given)
}

/// The JSON body, if members travel in it.
fn body(operation: &Operation, request: &Request<'_>) -> Result<Json, ErrorReply> {
    let members = operation.input.shape().members();
    if request.body.trim_ascii().is_empty() || !members.iter().any(|member| member.binding == Binding::Body) {
        return Ok(Json::Null);
    }
    let body: Json = serde_json::from_slice(request.body).map_err(unreadable)?;
    let mut in_body = members.iter().filter(|member| member.binding == Binding::Body);
    let wrong = match &body {
        Json::Object(entries) => in_body.find_map(|member| mistyped(member.target, entries.get(member.wire_name)?)),
        other => mistyped(operation.input, other),
    };
    wrong.map_or(Ok(body), |message| Err(ErrorReply::new("SerializationException", message)))
}

fn unreadable(error: impl std::fmt::Display) -> ErrorReply {
    ErrorReply::new("SerializationException", error.to_string())
}

fn invalid(member: &Member, text: &str) -> ErrorReply {
    ErrorReply::new("SerializationException", format!("the value `{text}` of `{}` cannot be read", member.name))
}

/// Sets the values of a label or a query parameter; without a value nothing is set.
fn put(sink: &mut dyn Sink, target: Target, values: &[&str], member: &Member) -> Result<bool, ErrorReply> {
    let [first, ..] = values else { return Ok(false) };
    if let Kind::List(item) = target.shape().kind {
        sink.open();
        for text in values {
            put_one(sink.item(), item, text, member)?;
        }
    } else {
        put_one(Some(sink), target, first, member)?;
    }
    Ok(true)
}

fn put_one(sink: Option<&mut dyn Sink>, target: Target, text: &str, member: &Member) -> Result<(), ErrorReply> {
    let fits = match (sink, scalar(text, target.shape().kind)) {
        (Some(sink), Some(scalar)) => sink.put(scalar),
        _ => false,
    };
    if fits { Ok(()) } else { Err(invalid(member, text)) }
}

/// Collects the parameters that come from no other member and no template into a map.
fn put_rest(
    sink: &mut dyn Sink,
    member: &Member,
    operation: &Operation,
    request: &Request<'_>,
) -> Result<bool, ErrorReply> {
    let Kind::Map { value: target, .. } = member.target.shape().kind else { return Ok(false) };
    let fixed = operation.uri.split_once('?').map_or("", |(_, query)| query);
    let members = operation.input.shape().members();
    let mut found = false;
    for (name, value) in pairs(request.query()) {
        let name = decoded_parameter(name);
        let is_bound = members.iter().any(|other| matches!(other.binding, Binding::Query(known) if known == name));
        if is_bound || pairs(fixed).any(|(known, _)| known == name) {
            continue;
        }
        if let Some(sink) = sink.entry(&name) {
            found |= put(sink, target, &[&decoded_parameter(value)], member)?;
        }
    }
    Ok(found)
}

fn put_header(sink: &mut dyn Sink, member: &Member, text: &str) -> Result<bool, ErrorReply> {
    let Kind::List(item) = member.target.shape().kind else {
        put_one(Some(sink), member.target, text, member)?;
        return Ok(true);
    };
    sink.open();
    for part in header_items(text, item.shape().kind) {
        put_one(sink.item(), item, &part, member)?;
    }
    Ok(true)
}

/// The items of a header with a list: separated by commas, and in quotes where they have one themselves. Dates have one
/// of their own without quotes.
fn header_items(text: &str, kind: Kind) -> Vec<String> {
    let is_date = matches!(kind, Kind::Timestamp(_)) && !text.contains('"');
    let (mut items, mut item, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' if quoted => item.extend(chars.next()),
            // What is before the comma of a date is the name of a day.
            ',' if is_date && item.trim().chars().all(|c| c.is_ascii_alphabetic()) => item.push(','),
            ',' if !quoted => items.push(std::mem::take(&mut item).trim().to_owned()),
            c => item.push(c),
        }
    }
    items.push(item.trim().to_owned());
    items
}

/// Sets text of a media type, which a header has in base64.
fn put_encoded(sink: &mut dyn Sink, member: &Member, text: &str) -> Result<bool, ErrorReply> {
    let decoded = blob::from_base64(text.trim()).and_then(|bytes| String::from_utf8(bytes).ok());
    match decoded {
        Some(decoded) if sink.put(Scalar::Text(&decoded)) => Ok(true),
        _ => Err(invalid(member, text)),
    }
}

fn put_headers(sink: &mut dyn Sink, member: &Member, prefix: &str, request: &Request<'_>) -> Result<bool, ErrorReply> {
    let Kind::Map { value: target, .. } = member.target.shape().kind else { return Ok(false) };
    let mut found = false;
    for (name, value) in request.headers {
        let start = name.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        if let (Some(_), Some(key)) = (start, name.get(prefix.len()..)) {
            put_one(sink.entry(key), target, value, member)?;
            found = true;
        }
    }
    Ok(found)
}

fn put_payload(sink: &mut dyn Sink, member: &Member, body: &[u8]) -> Result<bool, ErrorReply> {
    if body.is_empty() {
        return Ok(false);
    }
    let shape = member.target.shape();
    match shape.kind {
        Kind::Blob => _ = sink.put(Scalar::Blob(body)),
        Kind::String(_) => _ = sink.put(Scalar::Text(&String::from_utf8_lossy(body))),
        _ => {
            let value: Json = serde_json::from_slice(body).map_err(unreadable)?;
            if let Some(message) = mistyped(member.target, &value) {
                return Err(ErrorReply::new("SerializationException", message));
            }
            crate::json::read_into(body, shape, sink).map_err(unreadable)?;
        }
    }
    Ok(true)
}

fn scalar(text: &str, kind: Kind) -> Option<Scalar<'_>> {
    match kind {
        Kind::String(_) => Some(Scalar::Text(text)),
        Kind::Boolean => text.trim().to_ascii_lowercase().parse().ok().map(Scalar::Boolean),
        Kind::Integer | Kind::Long => text.trim().parse().ok().map(Scalar::Integer),
        Kind::Double => text.trim().parse().ok().map(Scalar::Double),
        Kind::Timestamp(_) => timestamp::parse(text).map(Scalar::Timestamp),
        _ => None,
    }
}
