//! A line of a recording.

use apigw_model::blob::{from_base64, to_base64};
use apigw_spec::Target;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Request};
use serde_json::{Map, Value, json};

use crate::http::transport::operation;
use crate::testing::canned_response::CannedResponse;
use crate::testing::recorder::redact::Secrets;

/// A request without its signature, and the response to it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) recorded: RecordedRequest,
    answer: Value,
}

/// What identifies a request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RecordedRequest {
    pub(crate) operation: String,
    method: String,
    target: String,
    body: Value,
}

impl RecordedRequest {
    /// The request as a recording holds it, and the secrets that were removed from it.
    pub(crate) fn of(request: &Request<Bytes>) -> (Self, Secrets) {
        let mut secrets = Secrets::default();
        for name in [AUTHORIZATION, HeaderName::from_static("x-amz-security-token")] {
            secrets.add(request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default());
        }
        let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        let mut body = shown(request.body());
        let known = operation(request);
        let target = known.map_or(target.clone(), |known| secrets.redact_target(known, &target));
        if let Some(known) = known {
            secrets.redact_body(&mut body, known.input.shape());
        }
        let operation = known.map_or_else(String::new, |known| known.name.to_owned());
        (Self { operation, method: request.method().to_string(), target, body }, secrets)
    }
}

impl Entry {
    /// What is recorded of a request and its response.
    pub(crate) fn of(request: &Request<Bytes>, answer: &CannedResponse) -> Self {
        let (recorded, mut secrets) = RecordedRequest::of(request);
        let mut body = shown(&answer.body);
        if let Some(output) = operation(request).and_then(|known| known.output).filter(|_| answer.status.is_success()) {
            secrets.redact_body(&mut body, Target::shape(output));
        }
        let headers = answer.headers.iter().filter(|(name, _)| *name != SET_COOKIE);
        let headers = headers.filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.into())));
        let mut headers: Value = headers.collect::<Map<_, _>>().into();
        secrets.redact_strings(&mut body);
        // A reply is read by its media type, which is as well the value of many headers that methods are tested with.
        let media_type = headers.as_object_mut().and_then(|headers| headers.remove(CONTENT_TYPE.as_str()));
        secrets.redact_strings(&mut headers);
        if let (Some(headers), Some(media_type)) = (headers.as_object_mut(), media_type) {
            headers.insert(CONTENT_TYPE.to_string(), media_type);
        }
        let answer = json!({ "status": answer.status.as_u16(), "headers": headers, "body": body });
        Self { recorded, answer }
    }

    /// The line.
    pub(crate) fn to_json(&self) -> Value {
        let RecordedRequest { operation, method, target, body } = &self.recorded;
        json!({ "operation": operation, "method": method, "target": target, "body": body, "answer": self.answer })
    }

    /// Parses a line; `None` if it is not a line of a recording.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let json: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| json.get(name)?.as_str().map(str::to_owned);
        let recorded = RecordedRequest {
            operation: text("operation")?,
            method: text("method")?,
            target: text("target")?,
            body: json.get("body")?.clone(),
        };
        let entry = Self { recorded, answer: json.get("answer")?.clone() };
        entry.answer().map(|_| entry)
    }

    /// The answer.
    pub(crate) fn answer(&self) -> Option<CannedResponse> {
        let status = self.answer.get("status")?.as_u64()?.try_into().ok()?;
        let mut headers = HeaderMap::new();
        for (name, value) in self.answer.get("headers")?.as_object()? {
            headers.append(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value.as_str()?).ok()?);
        }
        let mut answer = CannedResponse::json(status, bytes(self.answer.get("body")?)?);
        answer.headers = headers;
        Some(answer)
    }
}

/// A body as it is recorded: JSON as it is, an empty body as `null`, other strings and bytes with a marker.
fn shown(body: &Bytes) -> Value {
    match serde_json::from_slice::<Value>(body) {
        _ if body.is_empty() => Value::Null,
        Ok(json @ (Value::Object(_) | Value::Array(_))) if marked(&json).is_none() => json,
        _ => match std::str::from_utf8(body) {
            Ok(text) => json!({ TEXT: text }),
            Err(_) => json!({ BASE64: to_base64(body) }),
        },
    }
}

const TEXT: &str = "$text";
const BASE64: &str = "$base64";

/// The marker and the string of a body that is not JSON.
fn marked(body: &Value) -> Option<(&str, &str)> {
    let object = body.as_object().filter(|object| object.len() == 1)?;
    let (word, text) = object.iter().next()?;
    [TEXT, BASE64].contains(&word.as_str()).then_some((word.as_str(), text.as_str()?))
}

/// The bytes of a body that was recorded.
fn bytes(body: &Value) -> Option<Bytes> {
    Some(match marked(body) {
        Some((TEXT, text)) => Bytes::copy_from_slice(text.as_bytes()),
        Some((_, text)) => from_base64(text)?.into(),
        None if body.is_null() => Bytes::new(),
        None => body.to_string().into(),
    })
}
