//! A reply as it came: status, headers and bytes, and what they say about a failure.

use std::fmt;
use std::time::Duration;

use apigw_model::timestamp;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::failure::{Failure, Raw};

/// A reply of the service, whatever its status, with its whole body.
///
/// ```
/// use apigw_client::Reply;
/// use http::{HeaderMap, StatusCode};
///
/// let reply = Reply::new(StatusCode::NOT_FOUND, HeaderMap::new(), r#"{"code": "NotFoundException"}"#);
/// assert!(!reply.is_success());
/// assert_eq!(reply.failure().map(|failure| failure.code.as_str()), Some("NotFoundException"));
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Reply {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// Read from the rest when the reply arrived.
    failure: Option<Box<Failure>>,
}

impl Reply {
    /// A reply from its parts. If its status is not a success, the failure is read from them here, once.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        let mut reply = Self { status, headers, body: body.into(), failure: None };
        if !reply.is_success() {
            reply.failure = Some(Box::new(reply.read_failure()));
        }
        reply
    }

    /// Whether the call succeeded: the status is one from 200 to 299. A redirection is not followed.
    pub fn is_success(&self) -> bool {
        self.status.is_success()
    }

    /// The request ID that the service assigned; AWS support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// How long the service asks to wait: `x-amz-retry-after` in milliseconds, else `Retry-After` in seconds or as a
    /// date, which is compared with the `Date` of the reply.
    pub fn retry_after(&self) -> Option<Duration> {
        let milliseconds = self.header("x-amz-retry-after").and_then(|text| text.trim().parse().ok());
        if let Some(milliseconds) = milliseconds {
            return Some(Duration::from_millis(milliseconds));
        }
        let text = self.header("retry-after")?.trim();
        match text.parse() {
            Ok(seconds) => Duration::try_from_secs_f64(seconds).ok(),
            Err(_) => {
                let (then, now) = (timestamp::parse(text)?, timestamp::parse(self.header("date")?)?);
                Some(Duration::from_secs(u64::try_from(then.seconds.checked_sub(now.seconds)?).unwrap_or_default()))
            }
        }
    }

    /// What the reply says about the failure; `None` if the call succeeded.
    ///
    /// The rules are those of the AWS tools: the code is the header `x-amzn-errortype`, else `code` of the body, else
    /// its `__type`, else the status.
    pub fn failure(&self) -> Option<&Failure> {
        self.failure.as_deref()
    }

    /// The failure of a reply that is known to be one.
    pub(crate) fn into_failure(mut self) -> Failure {
        self.failure.take().map_or_else(|| self.read_failure(), |failure| *failure)
    }

    fn read_failure(&self) -> Failure {
        let (code, message) = if self.is_generic() {
            (self.status.as_str().to_owned(), self.status.canonical_reason().unwrap_or_default().to_owned())
        } else {
            self.code_and_message()
        };
        Failure {
            code,
            message,
            status: self.status.as_u16(),
            request_id: self.request_id().map(str::to_owned),
            retry_after: self.retry_after(),
            raw: Some(Raw { headers: self.headers.clone(), body: self.body.clone() }),
        }
    }

    /// The value of a header, if it is a string.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// Whether the reply comes from a web server in between and not from the service.
    fn is_generic(&self) -> bool {
        let body = self.body.trim_ascii();
        let says_nothing = body.is_empty() && self.header("x-amzn-errortype").is_none();
        self.status.as_u16() >= 500 && (says_nothing || body.starts_with(b"<html>"))
    }

    fn code_and_message(&self) -> (String, String) {
        let body = match serde_json::from_slice::<serde_json::Value>(&self.body) {
            Ok(body) => body,
            Err(_) if self.body.is_empty() => serde_json::Value::Null,
            Err(_) => serde_json::json!({ "message": String::from_utf8_lossy(&self.body) }),
        };
        let text = |names: [&str; 2]| {
            let value = names.iter().find_map(|name| body.get(name))?;
            Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        };
        let code = self.header("x-amzn-errortype").map(str::to_owned);
        let code = code.or_else(|| text(["code", "Code"])).or_else(|| text(["__type", "__type"]));
        let code = code.map_or_else(|| self.status.as_str().to_owned(), |code| bare(&code).to_owned());
        (code, text(["message", "Message"]).filter(|message| message != "null").unwrap_or_default())
    }
}

#[expect(clippy::missing_fields_in_debug, reason = "the failure is part of the body, which can hold keys")]
impl fmt::Debug for Reply {
    /// Prints only the size of the body, which can hold keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status.as_u16())
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// The value of a header, if it is a string.
pub(crate) fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// The request ID that the service assigned.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];
    names.iter().find_map(|name| header(headers, name))
}

/// The name in a code such as `com.example#NotFoundException:http://…`.
fn bare(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.rsplit_once('#').map_or(code, |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::Reply;

    fn failure(status: u16, errortype: Option<&str>, body: &str) -> (String, String) {
        let mut headers = http::HeaderMap::new();
        if let Some(errortype) = errortype {
            headers.insert("x-amzn-errortype", errortype.parse().unwrap());
        }
        let status = http::StatusCode::from_u16(status).unwrap();
        let failure = Reply::new(status, headers, body.to_owned()).into_failure();
        (failure.code, failure.message)
    }

    fn pair(code: &str, message: &str) -> (String, String) {
        (code.to_owned(), message.to_owned())
    }

    #[test]
    fn the_code_comes_from_the_header_then_the_body_then_the_status() {
        let body = r#"{"message":"m","code":"B","__type":"C"}"#;
        assert_eq!(failure(400, Some("ns#A:http://x"), body), pair("A", "m"));
        assert_eq!(failure(400, None, body), pair("B", "m"));
        assert_eq!(failure(400, None, r#"{"Message":"M","__type":"x.y#C"}"#), pair("C", "M"));
        assert_eq!(failure(404, None, r#"{"message":null}"#), pair("404", ""));
        assert_eq!(failure(418, Some("Tea"), "short and stout"), pair("Tea", "short and stout"));
        assert_eq!(failure(400, None, "[1]"), pair("400", ""));
        assert_eq!(failure(301, None, ""), pair("301", ""));
    }

    #[test]
    fn replies_of_web_servers_are_named_by_their_status() {
        assert_eq!(failure(502, Some("A"), " <html>x"), pair("502", "Bad Gateway"));
        assert_eq!(failure(503, None, ""), pair("503", "Service Unavailable"));
        assert_eq!(failure(500, Some("A"), r#"{"message":"m"}"#), pair("A", "m"));
    }
}
