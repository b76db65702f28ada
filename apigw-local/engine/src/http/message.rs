//! Messages.

use super::headers::Headers;

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
