//! Canned responses: outputs and errors as the service sends them.

use apigw_model::__private::json;
use apigw_spec::value::{Members, Value};
use apigw_spec::{Binding, Operation};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};

#[cfg(feature = "event-stream")]
use crate::http::request::EVENTS;
use crate::http::transport::Body;

/// A canned response.
#[derive(Debug, Clone)]
pub(crate) struct CannedResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl CannedResponse {
    /// A response with a JSON body. An invalid status becomes 500.
    pub(crate) fn json(status: u16, body: Bytes) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))].into_iter().collect();
        Self { status, headers, body }
    }

    /// An error as the service sends it.
    pub(crate) fn error(status: u16, code: &str, message: &str) -> Self {
        let mut answer = Self::json(status, serde_json::json!({ "message": message }).to_string().into());
        if let Ok(code) = HeaderValue::try_from(code) {
            answer.headers.insert(HeaderName::from_static("x-amzn-errortype"), code);
        }
        answer
    }

    /// The output of an operation as the service sends it.
    pub(crate) fn output(operation: &'static Operation, output: &dyn Members) -> Self {
        let Some(shape) = operation.output.map(apigw_spec::Target::shape) else {
            return Self::json(operation.status, Bytes::new());
        };
        let mut answer = Self::json(operation.status, json::body(shape, output).into());

        for (index, member) in shape.members().iter().enumerate() {
            let value = output.member(index, member.name);
            match (member.binding, value) {
                #[cfg(feature = "event-stream")]
                (Binding::Events, value) => {
                    let union = shape.events().map(|(_, union)| union);
                    let frames = union.and_then(|union| crate::http::event::frames(union, value));
                    answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static(EVENTS));
                    answer.body = frames.unwrap_or_default();
                }
                (Binding::Payload, Value::Blob(bytes)) => answer.body = Bytes::copy_from_slice(bytes),
                (Binding::Payload, Value::Text(text)) => answer.body = Bytes::copy_from_slice(text.as_bytes()),
                (Binding::Payload, Value::Absent) => answer.body = Bytes::new(),
                (Binding::Payload, value) => answer.body = json::text(member.target, value).into(),
                (Binding::Header(name), Value::Text(text)) => {
                    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(text)) {
                        answer.headers.insert(name, value);
                    }
                }
                _ => {}
            }
        }
        answer
    }

    pub(crate) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::new(Full::new(self.body).map_err(|never| match never {})));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
