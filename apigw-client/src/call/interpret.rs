//! Interpreting a reply: its parts are read into the members of the output that they are bound to.

use apigw_model::__private::{Scalar, Sink, json};
use apigw_model::timestamp;
use apigw_spec::{Binding, Kind, Member, Shape};
use http::{HeaderMap, StatusCode};

use crate::call::reply::{Reply, header};
use crate::error::{CallError, Error, Unreadable};

/// Fills the output of an operation from a successful reply.
pub(crate) fn fill(reply: &Reply, shape: &'static Shape, output: &mut dyn Sink) -> Result<(), CallError> {
    fill_head(reply.status, &reply.headers, shape, output);
    let payload = shape.members().iter().position(|member| member.binding == Binding::Payload);
    if let Some((index, member)) = payload.and_then(|index| Some((index, shape.members().get(index)?))) {
        return payload_into(reply, member, output.member(index));
    }
    if !reply.body.is_empty() && shape.members().iter().any(|member| member.binding == Binding::Body) {
        read(reply, shape, output)?;
    }
    Ok(())
}

/// Fills the members of an output that are bound to the head of a successful reply.
pub(crate) fn fill_head(status: StatusCode, headers: &HeaderMap, shape: &'static Shape, output: &mut dyn Sink) {
    output.open();
    for (index, member) in shape.members().iter().enumerate() {
        match member.binding {
            Binding::Header(name) => header_into(header(headers, name), member, output.member(index)),
            Binding::PrefixHeaders(prefix) => prefixed_into(headers, prefix, output.member(index)),
            Binding::StatusCode => {
                if let Some(place) = output.member(index) {
                    place.put(Scalar::Integer(i64::from(status.as_u16())));
                }
            }
            Binding::Body | Binding::Payload | Binding::Label | Binding::Query(_) | Binding::QueryMap => {}
        }
    }
}

fn read(reply: &Reply, shape: &'static Shape, place: &mut dyn Sink) -> Result<(), CallError> {
    let Err(error) = json::read_into(&reply.body, shape, place) else { return Ok(()) };
    let content_type = reply.header("content-type").map(str::to_owned);
    let says_json = content_type.as_deref().is_none_or(|content_type| content_type.contains("json"));
    let looks_like_json = matches!(reply.body.trim_ascii_start().first(), Some(b'{' | b'[' | b'"' | b'n'));
    let unreadable = Unreadable {
        status: reply.status.as_u16(),
        content_type,
        size: reply.body.len(),
        position: (error.line(), error.column()),
        request_id: reply.request_id().map(str::to_owned),
    };
    Err(if says_json && looks_like_json { Error::BadJson(unreadable) } else { Error::NotJson(unreadable) })
}

/// The whole body is one member: bytes, a string, or a document.
fn payload_into(reply: &Reply, member: &Member, place: Option<&mut dyn Sink>) -> Result<(), CallError> {
    let Some(place) = place else { return Ok(()) };
    let target = member.target.shape();
    match target.kind {
        Kind::Blob => _ = place.put(Scalar::Blob(&reply.body)),
        Kind::String(_) => _ = place.put(Scalar::Text(&String::from_utf8_lossy(&reply.body))),
        _ if reply.body.is_empty() => {}
        _ => read(reply, target, place)?,
    }
    Ok(())
}

/// A header that does not fit the model is ignored, like an unknown member of a body.
pub(crate) fn header_into(text: Option<&str>, member: &Member, place: Option<&mut dyn Sink>) {
    let (Some(text), Some(place)) = (text, place) else { return };
    if let Kind::List(_) = member.target.shape().kind {
        place.open();
        for item in text.split(',') {
            if let Some(place) = place.item() {
                place.put(Scalar::Text(item.trim()));
            }
        }
    } else if let Some(scalar) = scalar(text, member.target.shape().kind) {
        place.put(scalar);
    }
}

fn prefixed_into(headers: &HeaderMap, prefix: &str, place: Option<&mut dyn Sink>) {
    let Some(place) = place else { return };
    let prefix = prefix.to_ascii_lowercase();
    for (name, value) in headers {
        if let (Some(key), Ok(text)) = (name.as_str().strip_prefix(&prefix), value.to_str())
            && let Some(place) = place.entry(key)
        {
            place.put(Scalar::Text(text));
        }
    }
}

pub(crate) fn scalar(text: &str, kind: Kind) -> Option<Scalar<'_>> {
    match kind {
        Kind::String(_) => Some(Scalar::Text(text)),
        Kind::Boolean => text.trim().to_ascii_lowercase().parse().ok().map(Scalar::Boolean),
        Kind::Integer | Kind::Long => text.trim().parse().ok().map(Scalar::Integer),
        Kind::Double => text.trim().parse().ok().map(Scalar::Double),
        Kind::Timestamp(_) => timestamp::parse(text).map(Scalar::Timestamp),
        _ => None,
    }
}
