//! Transports: what carries a request to the service and its answer back.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use apigw_spec::Operation;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::UnsyncBoxBody;

/// An error of a library that the transport is built on.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// The body of an answer, read as it arrives.
pub type Body = UnsyncBoxBody<Bytes, TransportError>;

/// The future of a response.
pub type ResponseFuture = Pin<Box<dyn Future<Output = Result<Response<Body>, TransportError>> + Send>>;

/// What carries a request to the service and its answer back.
///
/// The client's own is HTTP/1.1 over TLS with a pool of connections; a transport of one's own can be a test double or
/// go through something else. It must send the path as it stands, since `.`, `..` and `//` are part of the request,
/// and must not follow redirects. [`operation`] tells which call a request is an attempt of.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. Dropping the future abandons the request.
    fn send(&self, request: Request<Bytes>) -> ResponseFuture;
}

/// The operation that a request of the client calls.
///
/// ```
/// use apigw_client::transport::{ResponseFuture, Transport, operation};
///
/// /// Counts nothing, but could.
/// struct Counting<T>(T);
///
/// impl<T: Transport> Transport for Counting<T> {
///     fn send(&self, request: http::Request<bytes::Bytes>) -> ResponseFuture {
///         println!("{:?}", operation(&request).map(|operation| operation.name));
///         self.0.send(request)
///     }
/// }
/// ```
pub fn operation(request: &Request<Bytes>) -> Option<&'static Operation> {
    request.extensions().get::<&'static Operation>().copied()
}

/// Why no whole answer came back.
#[derive(Debug)]
#[non_exhaustive]
pub enum TransportError {
    /// No connection could be made: the name is unknown, or nothing listens.
    Connect(BoxError),
    /// The other side's certificate is not trusted, or TLS failed otherwise.
    Tls(BoxError),
    /// No connection was made within the time-out.
    ConnectTimeout(Duration),
    /// The answer, or its next part, did not arrive within the time-out.
    ReadTimeout(Duration),
    /// An attempt was not over within the time-out.
    AttemptTimeout(Duration),
    /// A call was not over within the time-out, with all its attempts and the waiting between them.
    CallTimeout(Duration),
    /// A time-out of a transport of the caller's passed.
    Timeout(BoxError),
    /// The connection broke before the answer was whole.
    Broken(BoxError),
    /// The transport would have changed the path, because a label is `.` or `..`. Nothing was sent.
    PathChanged,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect(error) => write!(f, "no connection could be made: {}", Innermost(&**error)),
            Self::Tls(error) => write!(f, "no secure connection could be made: {}", Innermost(&**error)),
            Self::ConnectTimeout(after) => write!(f, "no connection was made within {} s", after.as_secs_f64()),
            Self::ReadTimeout(after) => write!(f, "nothing arrived within {} s", after.as_secs_f64()),
            Self::AttemptTimeout(after) => write!(f, "an attempt was not over within {} s", after.as_secs_f64()),
            Self::CallTimeout(after) => write!(f, "the call was not over within {} s", after.as_secs_f64()),
            Self::Timeout(error) => write!(f, "a time-out passed: {}", Innermost(&**error)),
            Self::Broken(error) => write!(f, "the connection broke: {}", Innermost(&**error)),
            Self::PathChanged => f.write_str("the transport would change the path"),
        }
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connect(error) | Self::Tls(error) | Self::Timeout(error) | Self::Broken(error) => Some(&**error),
            Self::ConnectTimeout(_)
            | Self::ReadTimeout(_)
            | Self::AttemptTimeout(_)
            | Self::CallTimeout(_)
            | Self::PathChanged => None,
        }
    }
}

/// An error and what is behind it, outermost first.
pub(crate) fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&link| {
        // An I/O error's own source is that of the error which it wraps.
        let wrapped = link.downcast_ref().and_then(std::io::Error::get_ref);
        wrapped.map(|wrapped| wrapped as _).or_else(|| link.source())
    })
}

/// The message at the end of a chain of errors, which says what happened; the others say where.
struct Innermost<'a>(&'a (dyn Error + 'static));

impl fmt::Display for Innermost<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut error = self.0;
        while let Some(source) = error.source() {
            error = source;
        }
        fmt::Display::fmt(error, f)
    }
}
