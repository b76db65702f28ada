//! Requests and responses as their parts.

use std::borrow::Cow;

/// A request as it arrived.
///
/// ```
/// use apigw_model::server::Request;
///
/// let request = Request { method: "GET", target: "/restapis?limit=5", headers: &[], body: b"" };
/// assert_eq!((request.path(), request.query()), ("/restapis", "limit=5"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The method.
    pub method: &'r str,
    /// The path and the query, percent-encoded.
    pub target: &'r str,
    /// The headers; names in any letter case.
    pub headers: &'r [(&'r str, &'r str)],
    /// The body.
    pub body: &'r [u8],
}

impl<'r> Request<'r> {
    /// The path, percent-encoded.
    pub fn path(&self) -> &'r str {
        self.target.split_once('?').map_or(self.target, |(path, _)| path)
    }

    /// The query, percent-encoded, without its question mark.
    pub fn query(&self) -> &'r str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The value of a header.
    ///
    /// ```
    /// use apigw_model::server::Request;
    ///
    /// let request = Request { method: "GET", target: "/", headers: &[("Accept", "text/csv")], body: b"" };
    /// assert_eq!(request.header("accept"), Some("text/csv"));
    /// ```
    pub fn header(&self, name: &str) -> Option<&'r str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// A response, to be sent.
///
/// ```
/// use apigw_model::server::Response;
///
/// let headers = vec![("Content-Type".into(), "text/plain".to_owned())];
/// let response = Response { status: 200, headers, body: b"pong".to_vec() };
/// assert_eq!((response.header("content-type"), response.text().as_ref()), (Some("text/plain"), "pong"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The body as text.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}
