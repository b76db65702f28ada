//! The answer as it came: status, headers and bytes, and what they say if they say that the call failed.

use std::fmt;
use std::time::Duration;

use apigw_model::timestamp;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::Failure;

/// An answer of the service, whatever its status.
#[derive(Clone)]
pub struct Reply {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Reply {
    /// Whether the service did what was asked. Redirections count as failures; they are not followed.
    pub fn is_success(&self) -> bool {
        self.status.as_u16() < 300
    }

    /// The identifier that the service gave the request; AWS's support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// How long the service asks to wait: `x-amz-retry-after` in milliseconds, else `Retry-After` in seconds or as a
    /// date, which is compared with the answer's.
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

    /// What the answer says about the failure; `None` if the call succeeded.
    ///
    /// The rules are those of the AWS tools: the code is the header `x-amzn-errortype`, else `code` of the body, else
    /// its `__type`, else the status.
    pub fn failure(&self) -> Option<Failure> {
        (!self.is_success()).then(|| self.refusal())
    }

    /// What the answer says about a failure that is known to be one.
    pub(crate) fn refusal(&self) -> Failure {
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
        }
    }

    /// The value of a header, if it is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the answer is a web server's and not the service's.
    fn is_generic(&self) -> bool {
        let body = self.body.trim_ascii();
        self.status.as_u16() >= 500 && (body.is_empty() || body.starts_with(b"<html>"))
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

impl fmt::Debug for Reply {
    /// Prints the size of the body only, since answers can hold keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status.as_u16())
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// The identifier that the service gave a request.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];
    names.iter().find_map(|name| headers.get(*name)?.to_str().ok())
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
        let failure = Reply { status, headers, body: body.to_owned().into() }.failure().unwrap();
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
    fn answers_of_web_servers_are_named_by_their_status() {
        assert_eq!(failure(502, Some("A"), " <html>x"), pair("502", "Bad Gateway"));
        assert_eq!(failure(503, None, ""), pair("503", "Service Unavailable"));
        assert_eq!(failure(500, Some("A"), r#"{"message":"m"}"#), pair("A", "m"));
    }
}
