//! Transports: they send a request and return the response.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use apigw_spec::Operation;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::UnsyncBoxBody;

use crate::http::bind::BindError;

/// An error of a library that the transport is built on.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// The body of a response, read as it arrives.
pub type Body = UnsyncBoxBody<Bytes, TransportError>;

/// The future of a response.
pub type ResponseFuture = Pin<Box<dyn Future<Output = Result<Response<Body>, TransportError>> + Send>>;

/// Sends a request to the service and returns the response.
///
/// The default is HTTP/1.1 over TLS with a pool of connections; a custom transport can be a test double or use another
/// library. It must send the path unchanged, since `.`, `..` and `//` are part of the request, and must not follow
/// redirects. [`operation`] returns the operation that a request calls.
///
/// ```
/// use apigw_client::transport::{Body, ResponseFuture, Transport};
/// use apigw_client::{Client, Environment};
/// use bytes::Bytes;
/// use http_body_util::{BodyExt as _, Full};
///
/// /// Responds to every request with the same API.
/// struct Fixed;
///
/// impl Transport for Fixed {
///     fn send(&self, _request: http::Request<Bytes>) -> ResponseFuture {
///         let body = Full::new(Bytes::from_static(br#"{"name": "pets"}"#)).map_err(|never| match never {});
///         Box::pin(async { Ok(http::Response::new(Body::new(body))) })
///     }
/// }
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let builder = Client::builder().environment(Environment::empty()).region("eu-central-1").unsigned();
/// let client = builder.transport(Fixed).build()?;
/// let api = client.get_rest_api().rest_api_id("a1b2c3").send().await?;
/// assert_eq!(api.name.as_deref(), Some("pets"));
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. Dropping the future cancels the request.
    fn send(&self, request: Request<Bytes>) -> ResponseFuture;

    /// Sends one request whose body is made while it is sent, and while the response is read. Without a method of its own,
    /// a transport does not, and calls that need it are errors.
    #[cfg(feature = "event-stream")]
    fn exchange(&self, request: Request<Body>) -> ResponseFuture {
        drop(request);
        Box::pin(async { Err(TransportError::NoExchange) })
    }
}

/// The operation that a request of the client calls.
///
/// ```
/// use apigw_client::transport::{ResponseFuture, Transport, operation};
///
/// /// Prints the name of each operation that is called.
/// struct Printing<T>(T);
///
/// impl<T: Transport> Transport for Printing<T> {
///     fn send(&self, request: http::Request<bytes::Bytes>) -> ResponseFuture {
///         println!("{:?}", operation(&request).map(|operation| operation.name));
///         self.0.send(request)
///     }
/// }
/// ```
pub fn operation<B>(request: &Request<B>) -> Option<&'static Operation> {
    request.extensions().get::<&'static Operation>().copied()
}

/// Why no complete response arrived.
///
/// ```
/// use std::time::Duration;
///
/// use apigw_client::TransportError;
///
/// let error = TransportError::ReadTimeout(Duration::from_secs(2));
/// assert_eq!(error.to_string(), "no data arrived within 2 s");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum TransportError {
    /// No connection was made: the host is unknown, or no server listens.
    Connect(BoxError),
    /// The TLS handshake failed, for example because the certificate is not trusted.
    Tls(BoxError),
    /// The proxy gave no connection: it cannot be reached, or it refused.
    Proxy {
        /// The URL of the proxy, without the name and the password of its user.
        proxy: String,
        /// The status with which it refused, if it did.
        status: Option<u16>,
        /// What happened.
        source: BoxError,
    },
    /// No connection was made within the timeout.
    ConnectTimeout(Duration),
    /// The response, or the next part of its body, did not arrive within the timeout.
    ReadTimeout(Duration),
    /// An attempt did not end within the timeout.
    AttemptTimeout(Duration),
    /// A call, with all its attempts and the delays between them, did not end within the timeout.
    CallTimeout(Duration),
    /// A timeout of a custom transport passed.
    Timeout(BoxError),
    /// The connection broke before the response was complete.
    Broken(BoxError),
    /// No Tokio runtime is active, which the transport runs on.
    NoRuntime,
    /// The transport does not send bodies that are made while they are sent. Nothing was sent.
    NoExchange,
    /// The call is to be recorded, and takes or answers with events, which recordings do not hold. Nothing was sent.
    NotRecorded,
    /// An event that was made while the body was sent cannot be sent. Those before it were.
    Unsent(BindError),
    /// The transport would have changed the path, because a label is `.` or `..`. Nothing was sent.
    PathChanged,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect(error) => write!(f, "connection failed: {}", Innermost(&**error)),
            Self::Tls(error) => write!(f, "{}", Innermost(&**error)),
            Self::Proxy { proxy, status: Some(status), .. } => {
                write!(f, "the proxy `{proxy}` refused with status {status}")
            }
            Self::Proxy { proxy, status: None, source } => {
                write!(f, "the proxy `{proxy}` gave no connection: {}", Innermost(&**source))
            }
            Self::ConnectTimeout(after) => write!(f, "no connection was made within {} s", after.as_secs_f64()),
            Self::ReadTimeout(after) => write!(f, "no data arrived within {} s", after.as_secs_f64()),
            Self::AttemptTimeout(after) => write!(f, "the attempt did not end within {} s", after.as_secs_f64()),
            Self::CallTimeout(after) => write!(f, "the call did not end within {} s", after.as_secs_f64()),
            Self::Timeout(error) => write!(f, "a timeout passed: {}", Innermost(&**error)),
            Self::Broken(error) => write!(f, "the connection broke: {}", Innermost(&**error)),
            Self::NoRuntime => f.write_str("no Tokio runtime is active"),
            Self::NoExchange => f.write_str("the transport does not send bodies that are made while they are sent"),
            Self::NotRecorded => f.write_str("recordings do not hold events"),
            Self::Unsent(error) => error.fmt(f),
            Self::PathChanged => f.write_str("the transport would change the path"),
        }
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connect(error)
            | Self::Tls(error)
            | Self::Timeout(error)
            | Self::Broken(error)
            | Self::Proxy { source: error, .. } => Some(&**error),
            Self::Unsent(error) => Some(error),
            Self::ConnectTimeout(_)
            | Self::ReadTimeout(_)
            | Self::AttemptTimeout(_)
            | Self::CallTimeout(_)
            | Self::NoRuntime
            | Self::NoExchange
            | Self::NotRecorded
            | Self::PathChanged => None,
        }
    }
}

/// An error and its sources, outermost first.
pub(crate) fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&link| {
        // The source of an I/O error is that of the error that it wraps.
        let wrapped = link.downcast_ref().and_then(std::io::Error::get_ref);
        wrapped.map(|wrapped| wrapped as _).or_else(|| link.source())
    })
}

/// The message of the innermost error, which says what happened; the others say where.
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
