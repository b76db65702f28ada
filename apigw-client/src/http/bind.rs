//! Binding: turning an operation and the members of its input into an HTTP request.
//!
//! The bytes are those that the AWS tools send: members are sent in the order in which they are visited, labels and
//! query parameters are encoded down to the unreserved characters, and nothing is normalised.

use std::fmt;

use apigw_model::__private::json;
use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Handling, Kind, Member, Operation, Target};
use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::config::user_agent;
use crate::http::form::{entries, header_text, payload, query_values, scalar};
use crate::http::host::{self, HostProblem};
use crate::http::percent::{encode, encode_path};
use crate::http::query::Query;
use crate::http::request::{EVENTS, HttpRequest};
use crate::http::token::WithToken;

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
    /// The value of a member cannot be a part of a host name.
    InvalidHost {
        /// The member.
        member: &'static str,
    },
    /// An event of a stream has no member, or none that the model lists, or more in its headers than they hold.
    InvalidEvent {
        /// The member that holds the events.
        member: &'static str,
    },
    /// The operation needs what this client cannot send.
    Unsupported {
        /// What it needs.
        what: &'static str,
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
            Self::InvalidHost { member } => {
                write!(f, "the value of `{member}` is not valid in a host; use 1 to 63 letters, digits and hyphens")
            }
            Self::InvalidEvent { member } => {
                write!(
                    f,
                    "an event of `{member}` cannot be sent; give it a member of the model, and headers below 32 KB"
                )
            }
            Self::Unsupported { what } => write!(f, "this client cannot send what the operation needs: {what}"),
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
    match WithToken::of(operation, members) {
        Some(identified) => bind_all(operation, &identified),
        None => bind_all(operation, members),
    }
}

/// Whether an operation takes events, or answers with them.
pub(crate) fn has_events(operation: &Operation) -> bool {
    let output = operation.output.map(Target::shape);
    operation.input.shape().events().is_some() || output.is_some_and(|shape| shape.events().is_some())
}

/// What an operation needs that this client cannot send, or could not read.
fn unsupported(operation: &Operation) -> Option<&'static str> {
    match operation.handling {
        Handling { checksum: Some(_), .. } if !cfg!(feature = "checksums") => {
            Some("a checksum; enable the feature `checksums` of `apigw-client`")
        }
        _ if !cfg!(feature = "event-stream") && has_events(operation) => {
            Some("a stream of events; enable the feature `event-stream` of `apigw-client`")
        }
        _ => None,
    }
}

/// Binds an input whose token, if it needs one, is given.
fn bind_all(operation: &Operation, members: &dyn Members) -> Result<HttpRequest, BindError> {
    if let Some(what) = unsupported(operation) {
        return Err(BindError::Unsupported { what });
    }

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
    parts.query.add_missing(parts.other_query);
    parts.query.append_to(&mut target);
    let body = body(operation, members, parts.payload);
    let headers = headers(operation, parts.headers, &body);
    let host_prefix = host::prefix(operation, members).map_err(|problem| match problem {
        HostProblem::Missing(member) => BindError::MissingLabel { member },
        HostProblem::Invalid(member) => BindError::InvalidHost { member },
    })?;
    let events = shape.events().is_some();
    Ok(HttpRequest { method: operation.method, target, host_prefix, headers, body: body.bytes, events })
}

/// The parts of the request that the members are bound to.
#[derive(Default)]
struct Parts {
    labels: Vec<(&'static str, String)>,
    query: Query,
    /// Parameters that are named by the keys of a map, which come after those that have members of their own.
    other_query: Query,
    headers: HeaderMap,
    payload: Option<Bytes>,
}

impl Parts {
    fn put(&mut self, member: &Member, value: Value<'_>) -> Result<(), BindError> {
        let no_form = BindError::NoForm { member: member.name };

        match member.binding {
            Binding::Body | Binding::StatusCode | Binding::EventHeader | Binding::EventPayload => {}
            #[cfg(feature = "event-stream")]
            Binding::Events => {
                let Kind::List(union) = member.target.shape().kind else { return Err(no_form) };
                let invalid = BindError::InvalidEvent { member: member.name };
                self.payload = Some(crate::http::event::frames(union.shape(), value).ok_or(invalid)?);
            }
            #[cfg(not(feature = "event-stream"))]
            Binding::Events => return Err(no_form),
            Binding::Label => {
                let text = scalar(member.target, value).ok_or(no_form)?;
                self.labels.push((member.name, text));
            }
            Binding::Query(name) => self.query.set(name, query_values(member.target, value).ok_or(no_form)?),
            Binding::QueryMap => {
                for (key, value, target) in entries(member.target, value).ok_or(no_form)? {
                    self.other_query.set(&key, query_values(target, value).ok_or(no_form)?);
                }
            }
            Binding::Header(name) => {
                let text = header_text(member.target, value).ok_or(no_form)?;
                self.header(member, name, &text)?;
            }
            Binding::EncodedHeader(name) => {
                let text = value.text().ok_or(no_form)?;
                self.header(member, name, &apigw_model::blob::to_base64(text.as_bytes()))?;
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
        value.set_sensitive(member.secrecy.hides());
        self.headers.insert(name, value);
        Ok(())
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

/// A body and its content type.
struct BoundBody {
    bytes: Bytes,
    content_type: Option<&'static str>,
}

const JSON: &str = "application/json";

fn body(operation: &Operation, members: &dyn Members, payload: Option<Bytes>) -> BoundBody {
    let shape = operation.input.shape();
    #[cfg(feature = "event-stream")]
    if shape.events().is_some() {
        return BoundBody { bytes: payload.unwrap_or_default(), content_type: Some(EVENTS) };
    }
    if let Some(member) = shape.members().iter().find(|member| member.binding == Binding::Payload) {
        let is_given = payload.is_some();
        return match member.target.shape().kind {
            Kind::Blob | Kind::String(_) => BoundBody {
                bytes: payload.unwrap_or_default(),
                content_type: operation.handling.media_type.filter(|_| is_given),
            },
            // A structure without members says as much as none.
            Kind::Structure(_) => {
                BoundBody { bytes: payload.unwrap_or(Bytes::from_static(b"{}")), content_type: Some(JSON) }
            }
            _ => BoundBody { bytes: payload.unwrap_or_default(), content_type: Some(JSON).filter(|_| is_given) },
        };
    }
    let json = shape.members().iter().any(|member| member.binding == Binding::Body);
    let bytes = if json { Bytes::from(json::body(shape, members)) } else { Bytes::new() };
    BoundBody { bytes, content_type: Some(JSON).filter(|_| json) }
}

/// All headers except those that sending adds (host, date, signature), in the order of the AWS tools.
fn headers(operation: &Operation, bound: HeaderMap, body: &BoundBody) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(12 + bound.len());
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if let Some(content_type) = body.content_type {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    headers.extend(bound);
    headers.entry(USER_AGENT).or_insert_with(user_agent::default);
    let is_stream = operation.output.is_some_and(|output| output.shape().events().is_some());
    let accepted = if is_stream { EVENTS } else { JSON };
    headers.entry(ACCEPT).or_insert(HeaderValue::from_static(accepted));
    if !matches!(operation.method, "GET" | "HEAD") {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.bytes.len()));
    }
    headers
}
