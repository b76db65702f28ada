//! Messages.

use super::headers::Headers;
use super::percent;

/// A request, to a method or to a backend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The method of HTTP.
    pub method: String,
    /// The path as it was called, without the stage and the query; to a backend, the whole URI.
    pub path: String,
    /// The parameters of the query, decoded.
    pub query: Vec<(String, String)>,
    /// The header fields.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// A request without a body: its method, and its path with the query, as they follow the stage in a URL.
    ///
    /// ```
    /// use apigw_engine::http::Request;
    ///
    /// let request = Request::new("POST", "/pets/7?tag=a%20b&tag=c").with_header("Accept", "text/html").with_body("{}");
    /// assert_eq!(request.path, "/pets/7");
    /// assert_eq!(request.query, [("tag".to_owned(), "a b".to_owned()), ("tag".to_owned(), "c".to_owned())]);
    /// ```
    pub fn new(method: impl Into<String>, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let query = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent::query_decoded(name), percent::query_decoded(value))
        });
        Self { method: method.into(), path: path.to_owned(), query: query.collect(), ..Self::default() }
    }

    /// Adds a header field.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }
}

/// A response, of a backend or of a method.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header fields.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The body as text; what is not UTF-8 becomes U+FFFD.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
