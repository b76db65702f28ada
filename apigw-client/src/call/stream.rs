//! Replies whose body is read as it arrives, such as an exported API.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use hyper::body::Body as _;

use crate::call::reply::request_id;
use crate::error::{CallError, Error};
use crate::http::transport::Body;

/// The reply to [`Client::call_streaming`](crate::Client::call_streaming). It is a success; failures are errors.
///
/// ```
/// use apigw_client::{Client, stub::Stub};
/// use apigw_model::{GetExport, Operation as _};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let stub = Stub::new();
/// stub.expect::<GetExport>().respond(200, r#"{"openapi": "3.0.1"}"#);
///
/// let input = GetExport::builder().rest_api_id("a1b2c3").stage_name("prod").export_type("oas30").build();
/// let reply = Client::from_stub(&stub).call_streaming(GetExport::OPERATION, &input).await?;
/// assert_eq!(reply.status, 200);
/// assert_eq!(reply.headers["content-type"], "application/json");
/// println!("{:?}: {:?} bytes", reply.request_id(), reply.body.remaining());
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamReply {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: ByteStream,
}

impl StreamReply {
    /// The request ID that the service assigned; AWS support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }
}

/// An operation's output whose bytes are read as they arrive.
///
/// ```
/// use apigw_client::{Client, stub::Stub};
/// use apigw_model::GetExport;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let stub = Stub::new();
/// stub.expect::<GetExport>().respond(200, r#"{"openapi": "3.0.1"}"#);
///
/// let client = Client::from_stub(&stub);
/// let export = client.get_export().rest_api_id("a1b2c3").stage_name("prod").export_type("oas30").stream().await?;
/// assert_eq!(export.output.content_type.as_deref(), Some("application/json"));
/// assert_eq!(export.body.remaining(), Some(20));
/// assert_eq!(export.body.collect(1024).await?, r#"{"openapi": "3.0.1"}"#);
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(example())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Streamed<O> {
    /// The output, without the member that holds the bytes.
    pub output: O,
    /// The bytes.
    pub body: ByteStream,
}

/// Bytes as they arrive. Only what the network delivered at once is held in memory.
///
/// Each part must arrive within the client's read timeout. A failure after the first bytes is not retried: the caller may
/// have used them.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use std::io::Write as _;
///
/// let mut export = client.get_export().rest_api_id("x").stage_name("prod").export_type("oas30").stream().await?;
/// let mut file = std::fs::File::create("api.json")?;
/// while let Some(bytes) = export.body.chunk().await? {
///     file.write_all(&bytes)?;
/// }
/// # Ok(())
/// # }
/// ```
pub struct ByteStream {
    body: Body,
    endpoint: Arc<str>,
    status: u16,
    request_id: Option<String>,
}

impl ByteStream {
    /// The body of a reply with this head.
    pub(crate) fn new(body: Body, endpoint: Arc<str>, status: StatusCode, headers: &HeaderMap) -> Self {
        Self { body, endpoint, status: status.as_u16(), request_id: request_id(headers).map(str::to_owned) }
    }

    /// The next part; `None` after the last.
    ///
    /// # Errors
    ///
    /// [`Error::Timeout`](crate::Error::Timeout) or [`Error::Interrupted`](crate::Error::Interrupted) if the body does not
    /// arrive completely.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, CallError> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }

    /// All remaining bytes, if they are no more than the limit.
    ///
    /// # Errors
    ///
    /// Those of [`chunk`](Self::chunk), and [`Error::TooLarge`] if there are more.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, CallError> {
        if self.remaining().is_some_and(|size| usize::try_from(size).is_ok_and(|size| size > limit)) {
            return Err(self.too_large(limit));
        }

        // Nearly every body arrives in one part and need not be copied.
        let first = self.chunk().await?.unwrap_or_default();
        let Some(mut next) = self.chunk().await? else {
            return if first.len() > limit { Err(self.too_large(limit)) } else { Ok(first) };
        };

        let mut all = BytesMut::from(first);
        loop {
            all.extend_from_slice(&next);
            if all.len() > limit {
                return Err(self.too_large(limit));
            }
            match self.chunk().await? {
                Some(more) => next = more,
                None => return Ok(all.freeze()),
            }
        }
    }

    fn too_large(&mut self, limit: usize) -> CallError {
        Error::TooLarge { limit, status: self.status, request_id: self.request_id.take() }
    }

    /// How many bytes remain, if the service announced the size.
    pub fn remaining(&self) -> Option<u64> {
        self.body.size_hint().exact()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, CallError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            return match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(bytes) => Poll::Ready(Some(Ok(bytes))),
                    // Trailers are not used.
                    Err(_) => continue,
                },
                Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(CallError::transport(error, &self.endpoint)))),
                Poll::Ready(None) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            };
        }
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("remaining", &self.remaining()).finish_non_exhaustive()
    }
}
