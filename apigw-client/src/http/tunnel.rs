//! A tunnel through a proxy: the `CONNECT` request and its response.
//!
//! hyper-util's tunnel does not say which status the proxy sent, which is what its user needs to know.

use std::error::Error;
use std::fmt;
use std::io;

use http::{HeaderValue, StatusCode, Uri};
use hyper::rt::{Read, Write};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::http::transport::BoxError;

/// The maximum size of the head of the proxy's response.
const MAX_HEAD: usize = 16 << 10;

/// Why a proxy gave no connection.
#[derive(Debug)]
pub(crate) struct ProxyError {
    /// The URL of the proxy, without the name and the password of its user.
    pub(crate) proxy: String,
    /// What happened.
    pub(crate) reason: ProxyReason,
}

/// What happened at a proxy.
#[derive(Debug)]
pub(crate) enum ProxyReason {
    /// No connection to the proxy was made.
    Connect(BoxError),
    /// The proxy refused the tunnel with a status.
    Refused(StatusCode),
    /// The proxy closed the connection, or sent no HTTP.
    NoAnswer(io::Error),
}

impl ProxyError {
    pub(crate) fn new(proxy: &Uri, reason: ProxyReason) -> Self {
        // Its authority has no user: that is in a header of its own.
        let (scheme, authority) = (proxy.scheme_str().unwrap_or("http"), proxy.authority().map_or("", |a| a.as_str()));
        Self { proxy: format!("{scheme}://{authority}"), reason }
    }

    /// The status with which the proxy refused, if it did.
    pub(crate) fn status(&self) -> Option<u16> {
        if let ProxyReason::Refused(status) = &self.reason { Some(status.as_u16()) } else { None }
    }
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            ProxyReason::Connect(_) => write!(f, "cannot connect to the proxy `{}`", self.proxy),
            ProxyReason::Refused(status) => write!(f, "the proxy `{}` refused with status {status}", self.proxy),
            ProxyReason::NoAnswer(error) => write!(f, "the proxy `{}` gave no answer: {error}", self.proxy),
        }
    }
}

impl Error for ProxyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            ProxyReason::Connect(error) => Some(&**error),
            ProxyReason::NoAnswer(error) => Some(error),
            ProxyReason::Refused(_) => None,
        }
    }
}

/// Asks the proxy at the end of a connection for a tunnel to the host of a URI.
pub(crate) async fn open<T>(connection: T, to: &Uri, authorization: Option<HeaderValue>) -> Result<T, ProxyReason>
where
    T: Read + Write + Unpin,
{
    let authority = format!("{}:{}", to.host().unwrap_or_default(), to.port_u16().unwrap_or(443));
    let mut head = format!("CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n").into_bytes();
    if let Some(authorization) = authorization {
        head.extend_from_slice(b"Proxy-Authorization: ");
        head.extend_from_slice(authorization.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");

    let mut connection = TokioIo::new(connection);
    connection.write_all(&head).await.map_err(ProxyReason::NoAnswer)?;
    match status(&mut connection).await.map_err(ProxyReason::NoAnswer)? {
        status if status.is_success() => Ok(connection.into_inner()),
        status => Err(ProxyReason::Refused(status)),
    }
}

/// Reads the head of a response to its end and no further, and returns its status.
async fn status<T: Read + Write + Unpin>(connection: &mut TokioIo<T>) -> io::Result<StatusCode> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && !head.ends_with(b"\n\n") {
        if head.len() >= MAX_HEAD {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its response has too many headers"));
        }
        let byte = connection.read_u8().await.map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => io::Error::new(error.kind(), "it closed the connection"),
            _ => error,
        })?;
        head.push(byte);
        if head.len() == b"HTTP/1.".len() && head != b"HTTP/1." {
            return Err(not_http());
        }
    }

    let status = head.split(|byte| *byte == b' ').nth(1).and_then(|word| word.get(..3));
    status.and_then(|status| StatusCode::from_bytes(status).ok()).ok_or_else(not_http)
}

fn not_http() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "its response is not HTTP")
}
