//! Interpreting a reply: its parts are read into the members of the output that they are bound to.

use apigw_model::__private::{Scalar, Sink, json};
use apigw_model::{Structured, timestamp};
use apigw_spec::shape::TimestampFormat;
use apigw_spec::{Binding, Kind, Member, Shape};
use http::{HeaderMap, StatusCode};

#[cfg(feature = "event-stream")]
use crate::call::event::{ReplyHead, read_all};
use crate::call::reply::{Reply, header};
use crate::error::{CallError, Error, Unreadable};
use crate::failure::Failure;

/// Fills the output of an operation from a successful reply.
pub(crate) fn fill(reply: &Reply, shape: &'static Shape, output: &mut dyn Sink) -> Result<(), CallError> {
    fill_head(reply.status, &reply.headers, shape, output);
    #[cfg(feature = "event-stream")]
    if let Some((index, union)) = shape.events() {
        let head = ReplyHead { status: reply.status, headers: &reply.headers };
        return output.member(index).map_or(Ok(()), |list| read_all(reply.body.clone(), union, head, list));
    }
    let payload = shape.members().iter().position(|member| member.binding == Binding::Payload);
    if let Some((index, member)) = payload.and_then(|index| Some((index, shape.members().get(index)?))) {
        return payload_into(reply, member, output.member(index));
    }
    if !reply.body.is_empty() && shape.members().iter().any(|member| member.binding == Binding::Body) {
        read(reply, shape, output)?;
    }
    Ok(())
}

impl Failure {
    /// The members that the model gives the error, read into its structure; `None` if the reply does not have them in
    /// that form, or does not come from the service.
    ///
    /// ```
    /// use apigw_client::{Client, stub::Stub};
    /// use apigw_model::{GetRestApi, TooManyRequestsException};
    ///
    /// # async fn example() {
    /// let stub = Stub::new();
    /// stub.expect::<GetRestApi>().reject_as(429, "TooManyRequestsException", "Too Many Requests");
    /// let error = Client::from_stub(&stub).get_rest_api().rest_api_id("a1b2c3").send().await.unwrap_err();
    /// let details: TooManyRequestsException = error.failure().unwrap().details().unwrap();
    /// assert_eq!(details.message.as_deref(), Some("Too Many Requests"));
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
    /// ```
    pub fn details<E: Structured>(&self) -> Option<E> {
        let raw = self.raw.as_ref()?;
        let mut error = E::placeholder();
        let status = StatusCode::from_u16(self.status).ok()?;
        fill_head(status, &raw.headers, E::SHAPE, &mut error);
        let has_body = E::SHAPE.members().iter().any(|member| member.binding == Binding::Body);
        if has_body && !raw.body.is_empty() {
            json::read_into(&raw.body, E::SHAPE, &mut error).ok()?;
        }
        Some(error)
    }
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
            Binding::EncodedHeader(name) => encoded_into(header(headers, name), output.member(index)),
            Binding::Body
            | Binding::Payload
            | Binding::Events
            | Binding::EventHeader
            | Binding::EventPayload
            | Binding::Label
            | Binding::Query(_)
            | Binding::QueryMap => {}
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

/// The whole body is one member: bytes, a string, or a document. One without bytes says as much as none.
fn payload_into(reply: &Reply, member: &Member, place: Option<&mut dyn Sink>) -> Result<(), CallError> {
    let Some(place) = place else { return Ok(()) };
    let target = member.target.shape();
    match target.kind {
        _ if reply.body.is_empty() => {}
        Kind::Blob => _ = place.put(Scalar::Blob(&reply.body)),
        Kind::String(_) => _ = place.put(Scalar::Text(&String::from_utf8_lossy(&reply.body))),
        _ => read(reply, target, place)?,
    }
    Ok(())
}

/// A header that does not fit the model is ignored, like an unknown member of a body.
pub(crate) fn header_into(text: Option<&str>, member: &Member, place: Option<&mut dyn Sink>) {
    let (Some(text), Some(place)) = (text, place) else { return };
    if let Kind::List(item) = member.target.shape().kind {
        place.open();
        let kind = item.shape().kind;
        for item in items(text, kind) {
            if let (Some(scalar), Some(place)) = (scalar(&item, kind), place.item()) {
                place.put(scalar);
            }
        }
    } else if let Some(scalar) = scalar(text, member.target.shape().kind) {
        place.put(scalar);
    }
}

/// The items of a list in a header: between commas, unless they are in quotes or dates, which have a comma of their own.
fn items(text: &str, kind: Kind) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut characters = text.chars();
    let (mut is_quoted, mut commas) = (false, 0);
    let is_date = matches!(kind, Kind::Timestamp(TimestampFormat::HttpDate));
    while let Some(c) = characters.next() {
        let Some(item) = items.last_mut() else { break };
        match c {
            '\\' if is_quoted => item.extend(characters.next()),
            '"' if is_quoted || item.trim().is_empty() => is_quoted = !is_quoted,
            ',' if !is_quoted => {
                commas += 1;
                if is_date && commas % 2 == 1 {
                    item.push(c);
                } else {
                    items.push(String::new());
                }
            }
            c => item.push(c),
        }
    }
    items.iter().map(|item| item.trim().to_owned()).collect()
}

/// A header in base64 holds text of a media type.
pub(crate) fn encoded_into(text: Option<&str>, place: Option<&mut dyn Sink>) {
    let (Some(text), Some(place)) = (text, place) else { return };
    if let Some(bytes) = apigw_model::blob::from_base64(text.trim()) {
        place.put(Scalar::Text(&String::from_utf8_lossy(&bytes)));
    }
}

pub(crate) fn prefixed_into(headers: &HeaderMap, prefix: &str, place: Option<&mut dyn Sink>) {
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
