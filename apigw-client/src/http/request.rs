//! A bound request: everything that depends on the input, nothing that depends on the endpoint.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;

/// The media type of a stream of events.
pub(crate) const EVENTS: &str = "application/vnd.amazon.eventstream";

/// An HTTP request that is not signed yet and has no host. [`bind`](crate::bind::bind) makes it.
///
/// ```
/// use apigw_client::bind::bind;
/// use apigw_model::{GetRestApis, Operation as _};
///
/// let request = bind(GetRestApis::OPERATION, &GetRestApis::builder().limit(2).build())?;
/// assert_eq!((request.path(), request.query()), ("/restapis", Some("limit=2")));
/// # Ok::<(), apigw_client::bind::BindError>(())
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// The method (`PUT`).
    pub method: &'static str,
    /// The path and the query, percent-encoded, exactly as they are sent (`/restapis/a%2Fb?limit=2`).
    pub target: String,
    /// What stands before the host, if something does (`data.`).
    pub host_prefix: Option<String>,
    /// The headers, in the order in which they are sent.
    pub headers: HeaderMap,
    /// The body; empty if the request has none.
    pub body: Bytes,
    /// Whether the body is the frames of events, which are signed one by one.
    pub events: bool,
}

impl HttpRequest {
    /// The path without the query.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }

    /// The query without its question mark, if there is one.
    pub fn query(&self) -> Option<&str> {
        self.target.split_once('?').map(|(_, query)| query)
    }
}

impl fmt::Debug for HttpRequest {
    /// Prints only the size of the body, which can hold private keys and passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("target", &self.target)
            .field("host_prefix", &self.host_prefix)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("events", &self.events)
            .finish()
    }
}
