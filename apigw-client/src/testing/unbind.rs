//! The reverse of binding, for test doubles: turning a request back into the input of its operation.

use apigw_model::__private::{NameStyle, Scalar, ShapeReader, Sink, json};
use apigw_spec::{Binding, Kind, Operation, Shape, Target};
use bytes::Bytes;
#[cfg(feature = "event-stream")]
use bytes::BytesMut;
use http::Request;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeSeed as _;
use serde_json::Value;

#[cfg(feature = "event-stream")]
use crate::call::event::{ReplyHead, read_all};
use crate::call::interpret::{encoded_into, header_into, prefixed_into, scalar};
#[cfg(feature = "event-stream")]
use crate::http::frame::Frames;

/// Fills the input of an operation from a request for it. What the request does not have stays absent.
pub(crate) fn unbind(operation: &'static Operation, request: &Request<Bytes>, input: &mut dyn Sink) {
    let shape = operation.input.shape();
    // Not the whole body at once: a member that is bound elsewhere can have the name of another in the body.
    let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
    let labels = labels(operation.uri, request.uri().path());
    let query = pairs(request.uri().query().unwrap_or_default());

    for (index, member) in shape.members().iter().enumerate() {
        let target = member.target;
        match member.binding {
            Binding::Label => {
                if let Some((_, text)) = labels.iter().find(|(name, _)| *name == member.name) {
                    put(input.member(index), target, &[text]);
                }
            }
            Binding::Query(name) => {
                let values: Vec<_> = query.iter().filter(|(known, _)| known == name).map(|(_, value)| value).collect();
                put(input.member(index), target, &values);
            }
            Binding::QueryMap => put_rest(input.member(index), target, &query, operation),
            Binding::Header(name) => {
                let text = request.headers().get(name).and_then(|value| value.to_str().ok());
                header_into(text, member, input.member(index));
            }
            Binding::Payload => put_payload(input.member(index), target.shape(), request.body()),
            Binding::Body => {
                if let (Some(value), Some(place)) = (body.get(member.wire_name), input.member(index)) {
                    // What the client sends fits; a member that does not counts as absent.
                    _ = ShapeReader::new(target, place, NameStyle::Wire).deserialize(value);
                }
            }
            Binding::EncodedHeader(name) => {
                let text = request.headers().get(name).and_then(|value| value.to_str().ok());
                encoded_into(text, input.member(index));
            }
            Binding::PrefixHeaders(prefix) => prefixed_into(request.headers(), prefix, input.member(index)),
            #[cfg(feature = "event-stream")]
            Binding::Events => put_events(input.member(index), target, request),
            #[cfg(not(feature = "event-stream"))]
            Binding::Events => {}
            Binding::StatusCode | Binding::EventHeader | Binding::EventPayload => {}
        }
    }
}

/// Sets the values of a label or a query parameter; without a value nothing is set.
fn put(place: Option<&mut dyn Sink>, target: Target, values: &[&String]) {
    let (Some(place), [first, ..]) = (place, values) else { return };
    if let Kind::List(item) = target.shape().kind {
        place.open();
        for text in values {
            if let (Some(place), Some(scalar)) = (place.item(), scalar(text, item.shape().kind)) {
                place.put(scalar);
            }
        }
    } else if let Some(scalar) = scalar(first, target.shape().kind) {
        place.put(scalar);
    }
}

/// Collects the parameters that come from no other member and no template into a map.
fn put_rest(place: Option<&mut dyn Sink>, target: Target, query: &[(String, String)], operation: &'static Operation) {
    let (Some(place), Kind::Map { value: target, .. }) = (place, target.shape().kind) else { return };
    let fixed = pairs(operation.uri.split_once('?').map_or("", |(_, query)| query));
    for (name, value) in query {
        let of = |binding| matches!(binding, Binding::Query(known) if known == name);
        let is_other = operation.input.shape().members().iter().any(|member| of(member.binding));
        if !is_other && !fixed.iter().any(|(known, _)| known == name) {
            put(place.entry(name), target, &[value]);
        }
    }
}

fn put_payload(place: Option<&mut dyn Sink>, shape: &'static Shape, body: &Bytes) {
    let Some(place) = place.filter(|_| !body.is_empty()) else { return };
    match shape.kind {
        Kind::Blob => _ = place.put(Scalar::Blob(body)),
        Kind::String(_) => _ = place.put(Scalar::Text(&String::from_utf8_lossy(body))),
        _ => _ = json::read_into(body, shape, place),
    }
}

/// The events of a body.
#[cfg(feature = "event-stream")]
fn put_events(place: Option<&mut dyn Sink>, target: Target, request: &Request<Bytes>) {
    let (Some(place), Kind::List(union)) = (place, target.shape().kind) else { return };
    let head = ReplyHead { status: http::StatusCode::OK, headers: request.headers() };
    // What the client sends can be read; what follows something that cannot be counts as absent.
    _ = read_all(unsigned(request.body()), union.shape(), head, place);
}

/// The frames of events without signatures: those that are signed are the payloads of the messages that have the
/// signatures.
#[cfg(feature = "event-stream")]
fn unsigned(body: &Bytes) -> Bytes {
    let (mut frames, mut inner) = (Frames::of(body.clone()), BytesMut::new());
    while let Ok(Some(message)) = frames.next() {
        if !message.headers().iter().any(|header| header.name().as_str() == ":chunk-signature") {
            return body.clone();
        }
        inner.extend_from_slice(message.payload());
    }
    inner.freeze()
}

/// The labels of a path by their names. The path of the endpoint may come before that of the template.
pub(crate) fn labels<'t>(template: &'t str, path: &str) -> Vec<(&'t str, String)> {
    let template: Vec<_> = template.split('?').next().unwrap_or_default().split('/').skip(1).collect();
    let path: Vec<_> = path.split('/').skip(1).collect();
    let spare = path.len().saturating_sub(template.len());
    let greedy = template.iter().position(|segment| segment.ends_with("+}"));
    let mut labels = Vec::new();
    for (index, segment) in template.iter().enumerate() {
        let Some(name) = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}')) else { continue };
        // A greedy label takes the spare segments; without one they belong to the endpoint.
        let (start, end) = match greedy {
            None => (spare + index, spare + index),
            Some(greedy) => {
                (if index > greedy { spare + index } else { index }, index + if index < greedy { 0 } else { spare })
            }
        };
        if let Some(segments) = path.get(start..=end) {
            labels.push((name.trim_end_matches('+'), decoded(&segments.join("/"))));
        }
    }
    labels
}

/// The parameters of a query.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(a, b)| (decoded(a), decoded(b))).collect()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn labels_are_found_after_the_path_of_the_endpoint() {
        let found =
            |template, path| labels(template, path).into_iter().map(|(a, b)| format!("{a}={b}")).collect::<Vec<_>>();
        assert_eq!(found("/a/{b}/c/{d}?x=y", "/a/1%2F/c/"), ["b=1/", "d="]);
        assert_eq!(found("/a/{b}", "/stage/x/a/.."), ["b=.."]);
        assert_eq!(found("/a/{b+}/c/{d}", "/a/1/2/3/c/4"), ["b=1/2/3", "d=4"]);
        assert_eq!(found("/a/{b}", "/"), [""; 0]);
    }
}
