//! Binding: turning an operation and the members of its input into an HTTP request.
//!
//! The bytes are those that the AWS tools send: members are sent in the order in which they are visited, labels and
//! query parameters are encoded down to the unreserved characters, and nothing is normalised.

use std::fmt;

use apigw_model::__private::json;
use apigw_spec::shape::TimestampFormat;
use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Kind, Member, Operation, Target};
use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::config::user_agent;
use crate::http::percent::{encode, encode_path};
use crate::http::query::Query;
use crate::http::request::HttpRequest;

/// Why an input cannot be bound to an HTTP request.
///
/// ```
/// use apigw_client::bind::{BindError, bind};
/// use apigw_model::{GetRestApi, Operation as _};
///
/// let input = GetRestApi::builder().rest_api_id("a1b2c3").build();
/// assert!(bind(GetRestApi::OPERATION, &input).is_ok());
/// let error = BindError::InvalidHeader { member: "accept" };
/// assert!(error.to_string().starts_with("the value of `accept` is not valid in a header"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BindError {
    /// A member that is part of the path is missing.
    MissingLabel {
        /// The member.
        member: &'static str,
    },
    /// The value of a member has no form where the member is bound, such as a map in a header.
    NoForm {
        /// The member.
        member: &'static str,
    },
    /// The value of a member is not valid in a header, since it has a line break or another control character.
    InvalidHeader {
        /// The member.
        member: &'static str,
    },
    /// The path and the query together are longer than 65,000 bytes.
    TooLong,
    /// A member that is part of the path is `.` or `..`, and the custom transport would send another path.
    PathChanged,
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingLabel { member } => write!(f, "missing `{member}`, which is part of the path; set it"),
            Self::NoForm { member } => {
                write!(f, "the value of `{member}` cannot be sent; use a string, a number or a boolean")
            }
            Self::InvalidHeader { member } => {
                write!(f, "the value of `{member}` is not valid in a header; remove line breaks and control characters")
            }
            Self::TooLong => f.write_str("the path and query are too long; shorten them to 65,000 bytes"),
            Self::PathChanged => {
                f.write_str("a part of the path is `.` or `..`, which this transport drops; use the default transport")
            }
        }
    }
}

impl std::error::Error for BindError {}

/// Binds the members of an input to the operation's HTTP request. Nothing is sent; neither a region nor credentials
/// are needed.
///
/// ```
/// use apigw_client::bind::bind;
/// use apigw_model::{Operation as _, PutIntegration};
///
/// let put = PutIntegration::builder()
///     .rest_api_id("api/1")
///     .resource_id("a1b2c3")
///     .http_method("GET")
///     .r#type(apigw_model::IntegrationType::Mock)
///     .build();
/// let request = bind(PutIntegration::OPERATION, &put)?;
/// assert_eq!(request.method, "PUT");
/// assert_eq!(request.target, "/restapis/api%2F1/resources/a1b2c3/methods/GET/integration");
/// assert_eq!(&request.body[..], br#"{"type": "MOCK"}"#);
/// # Ok::<(), apigw_client::bind::BindError>(())
/// ```
pub fn bind(operation: &Operation, members: &dyn Members) -> Result<HttpRequest, BindError> {
    let shape = operation.input.shape();
    let mut parts = Parts::default();
    let mut problem = None;
    members.visit(shape.members(), &mut |index, value| {
        if let Some(member) = shape.members().get(index)
            && !matches!(value, Value::Null | Value::Absent)
            && let Err(error) = parts.put(member, value)
        {
            problem.get_or_insert(error);
        }
    });
    if let Some(problem) = problem {
        return Err(problem);
    }
    let mut target = expand(operation.uri, &parts.labels)?;
    parts.query.append_to(&mut target);
    let body = body(operation, members, parts.payload);
    let headers = headers(operation.method, parts.headers, &body);
    Ok(HttpRequest { method: operation.method, target, headers, body: body.bytes })
}

/// The parts of the request that the members are bound to.
#[derive(Default)]
struct Parts {
    labels: Vec<(&'static str, String)>,
    query: Query,
    headers: HeaderMap,
    payload: Option<Bytes>,
}

impl Parts {
    fn put(&mut self, member: &Member, value: Value<'_>) -> Result<(), BindError> {
        let no_form = BindError::NoForm { member: member.name };

        match member.binding {
            Binding::Body | Binding::StatusCode => {}
            Binding::Label => {
                let text = scalar(member.target, value, TimestampFormat::DateTime).ok_or(no_form)?;
                self.labels.push((member.name, text));
            }
            Binding::Query(name) => self.query.set(name, query_values(member.target, value).ok_or(no_form)?),
            Binding::QueryMap => {
                for (key, value, target) in entries(member.target, value).ok_or(no_form)? {
                    self.query.set(&key, query_values(target, value).ok_or(no_form)?);
                }
            }
            Binding::Header(name) => {
                let text = header_text(member.target, value).ok_or(no_form)?;
                self.header(member, name, &text)?;
            }
            Binding::PrefixHeaders(prefix) => {
                for (key, value, target) in entries(member.target, value).ok_or(no_form)? {
                    let text = header_text(target, value).ok_or(no_form)?;
                    self.header(member, &format!("{prefix}{key}"), &text)?;
                }
            }
            Binding::Payload => self.payload = Some(payload(member.target, value)),
        }
        Ok(())
    }

    fn header(&mut self, member: &Member, name: &str, text: &str) -> Result<(), BindError> {
        let invalid = BindError::InvalidHeader { member: member.name };
        let name = HeaderName::try_from(name).map_err(|_| invalid)?;
        let mut value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| invalid)?;
        value.set_sensitive(member.sensitive);
        self.headers.insert(name, value);
        Ok(())
    }
}

/// The entries of a map, with the shape of their values.
fn entries(target: Target, value: Value<'_>) -> Option<Vec<(String, Value<'_>, Target)>> {
    let (Kind::Map { value: target, .. }, Value::Map(map)) = (target.shape().kind, value) else { return None };
    let mut entries = Vec::with_capacity(map.len());
    map.visit(&mut |key, value| entries.push((key.text().unwrap_or_default().to_owned(), value, target)));
    Some(entries)
}

/// The values of one query parameter: one, or one for each item of a list.
fn query_values(target: Target, value: Value<'_>) -> Option<Vec<String>> {
    let (Kind::List(item), Value::List(list)) = (target.shape().kind, value) else {
        return Some(vec![scalar(target, value, TimestampFormat::DateTime)?]);
    };
    (0..list.len()).map(|index| scalar(item, list.get(index), TimestampFormat::DateTime)).collect()
}

/// The value of one header: the items of a list are separated by commas, and quoted where needed.
fn header_text(target: Target, value: Value<'_>) -> Option<String> {
    let (Kind::List(item), Value::List(list)) = (target.shape().kind, value) else {
        return scalar(target, value, TimestampFormat::HttpDate);
    };
    let mut texts = Vec::with_capacity(list.len());
    for index in 0..list.len() {
        let text = scalar(item, list.get(index), TimestampFormat::HttpDate)?;
        let quoted = text.contains(['"', ',']) && matches!(list.get(index), Value::Text(_));
        texts.push(if quoted { format!("\"{}\"", text.replace('"', "\\\"")) } else { text });
    }
    Some(texts.join(","))
}

/// The string form of a scalar.
fn scalar(target: Target, value: Value<'_>, format: TimestampFormat) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_owned()),
        Value::Boolean(value) => Some(value.to_string()),
        Value::Integer(_) | Value::Double(_) => Some(json::text(target, value).trim_matches('"').to_owned()),
        Value::Timestamp(moment) => Some(apigw_model::timestamp::to_text(moment, format)),
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
fn payload(target: Target, value: Value<'_>) -> Bytes {
    match value {
        Value::Blob(bytes) => Bytes::copy_from_slice(bytes),
        Value::Text(text) => Bytes::copy_from_slice(text.as_bytes()),
        _ => Bytes::from(json::text(target, value)),
    }
}

/// Expands the labels in the template of the path. The fixed query of the template is kept.
fn expand(template: &'static str, labels: &[(&'static str, String)]) -> Result<String, BindError> {
    let mut target = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        target.push_str(before);
        let (name, append): (_, fn(&mut String, &str)) = match name.strip_suffix('+') {
            Some(name) => (name, encode_path),
            None => (name, encode),
        };
        let label = labels.iter().find(|(label, _)| *label == name);
        let (_, text) = label.ok_or(BindError::MissingLabel { member: name })?;
        append(&mut target, text);
        rest = after;
    }
    target.push_str(rest);
    Ok(target)
}

/// A body, and whether it is a JSON document, which has a content type; raw payloads have none.
struct BoundBody {
    bytes: Bytes,
    json: bool,
}

fn body(operation: &Operation, members: &dyn Members, payload: Option<Bytes>) -> BoundBody {
    let shape = operation.input.shape();
    if let Some(member) = shape.members().iter().find(|member| member.binding == Binding::Payload) {
        let json = !matches!(member.target.shape().kind, Kind::Blob | Kind::String(_));
        let absent = if json { Bytes::from_static(b"{}") } else { Bytes::new() };
        return BoundBody { bytes: payload.unwrap_or(absent), json };
    }
    let json = shape.members().iter().any(|member| member.binding == Binding::Body);
    BoundBody { bytes: if json { Bytes::from(json::body(shape, members)) } else { Bytes::new() }, json }
}

/// All headers except those that sending adds (host, date, signature), in the order of the AWS tools.
fn headers(method: &str, bound: HeaderMap, body: &BoundBody) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(12 + bound.len());
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if body.json {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    headers.extend(bound);
    headers.entry(USER_AGENT).or_insert_with(user_agent::default);
    headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
    if !matches!(method, "GET" | "HEAD") {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.bytes.len()));
    }
    headers
}
