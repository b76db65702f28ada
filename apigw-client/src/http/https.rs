//! The default transport: HTTP/1.1 with a pool of connections that lives as long as the client, over TLS or in the clear.

use std::error::Error;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, Uri};
use http_body_util::Full;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper_util::client::legacy::connect::{HttpConnector, capture_connection};
use hyper_util::client::legacy::{Client, Error as ClientError};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::{Sleep, sleep, timeout};
use tower_service::Service;

use crate::config::config_error::ConfigError;
use crate::config::runtime::require_runtime;
#[cfg(not(feature = "proxy"))]
use crate::http::connector::Direct;
use crate::http::connector::{Connecting, direct, is_https};
use crate::http::tls::Tls;
use crate::http::transport::{Body, BoxError, ResponseFuture, Transport, TransportError, chain};
#[cfg(feature = "proxy")]
use crate::http::tunnel::ProxyError;

/// How long an idle connection is kept; botocore's pool and AWS's load balancers keep them as long.
const IDLE: Duration = Duration::from_mins(1);

/// How long to wait; `None` means without a limit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timeouts {
    /// For a connection, TLS included.
    pub(crate) connect: Option<Duration>,
    /// For the head of the response, and then for each part of its body.
    pub(crate) read: Option<Duration>,
}

/// A connection, perhaps to a proxy.
#[cfg(feature = "proxy")]
type Connection = crate::http::proxy::MaybeProxied;
#[cfg(not(feature = "proxy"))]
type Connection = Direct;

/// The proxies to go through; without the feature there are none.
#[cfg(feature = "proxy")]
pub(crate) type Proxies = Option<crate::http::proxy::Proxies>;
#[cfg(not(feature = "proxy"))]
pub(crate) type Proxies = ();

/// The transport. Clones share the connections.
#[derive(Clone)]
pub(crate) struct Https {
    client: Client<Connector, Full<Bytes>>,
    /// For bodies that are made while they are sent.
    #[cfg(feature = "event-stream")]
    live: Client<Connector, Body>,
    timeouts: Timeouts,
    tls: Tls,
    #[cfg(feature = "proxy")]
    proxies: Proxies,
}

impl Https {
    #[cfg_attr(not(feature = "proxy"), expect(unused_variables, reason = "there are no proxies without the feature"))]
    pub(crate) fn new(tls: Tls, timeouts: Timeouts, proxies: Proxies) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        let connector = Connector {
            #[cfg(feature = "proxy")]
            proxies: proxies.clone(),
            http,
            tls: tls.clone(),
            #[cfg(feature = "proxy")]
            to_proxies: tls.clone(),
            timeout: timeouts.connect,
        };
        let mut builder = Client::builder(TokioExecutor::new());
        builder.pool_idle_timeout(IDLE).pool_timer(TokioTimer::new());
        Self {
            #[cfg(feature = "event-stream")]
            live: builder.build(connector.for_exchanges()),
            client: builder.build(connector),
            timeouts,
            tls,
            #[cfg(feature = "proxy")]
            proxies,
        }
    }

    /// Sets TLS up if requests to a URI need it, so that a wrong bundle is an error of the builder.
    pub(crate) fn prepare(&self, uri: &Uri) -> Result<(), ConfigError> {
        let needs_tls = is_https(uri);
        #[cfg(feature = "proxy")]
        let needs_tls = needs_tls || self.proxies.as_ref().is_some_and(|proxies| proxies.is_over_tls(uri));
        if needs_tls {
            self.tls.config()?;
        }
        Ok(())
    }
}

impl Transport for Https {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        self.answered(&self.client, request.map(Full::new))
    }

    #[cfg(feature = "event-stream")]
    fn exchange(&self, request: Request<Body>) -> ResponseFuture {
        self.answered(&self.live, request)
    }
}

impl Https {
    fn answered<B>(&self, client: &Client<Connector, B>, mut request: Request<B>) -> ResponseFuture
    where
        B: hyper::body::Body<Data = Bytes, Error: Into<BoxError>> + Send + Unpin + 'static,
    {
        #[cfg(feature = "proxy")]
        if let Some(authorization) = self.proxies.as_ref().and_then(|proxies| proxies.authorization(request.uri())) {
            request.headers_mut().insert(http::header::PROXY_AUTHORIZATION, authorization);
        }
        let mut connection = capture_connection(&mut request);
        let response = client.request(request);
        let limit = self.timeouts.read;
        Box::pin(async move {
            require_runtime().map_err(|_| TransportError::NoRuntime)?;
            let late = async {
                _ = connection.wait_for_connection_metadata().await;
                wait(limit).await
            };
            let response = first(response, late).await.map_err(TransportError::ReadTimeout)?.map_err(kind)?;
            let (head, body) = response.into_parts();
            let body = TimedBody { body, limit, late: None };
            Ok(Response::from_parts(head, Body::new(body)))
        })
    }
}

/// Waits for a limit and returns it; without a limit it never returns.
async fn wait(limit: Option<Duration>) -> Duration {
    match limit {
        Some(limit) => {
            sleep(limit).await;
            limit
        }
        None => std::future::pending().await,
    }
}

/// The first of two futures to be ready; the first one wins if both are.
async fn first<A: Future, B: Future>(a: A, b: B) -> Result<A::Output, B::Output> {
    let (mut a, mut b) = (pin!(a), pin!(b));
    std::future::poll_fn(|cx| match a.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Ok(value)),
        Poll::Pending => b.as_mut().poll(cx).map(Err),
    })
    .await
}

/// Classifies an error of the library.
fn kind(error: ClientError) -> TransportError {
    if let Some(TimedOut(after)) = chain(&error).find_map(|link| link.downcast_ref()) {
        return TransportError::ConnectTimeout(*after);
    }
    #[cfg(feature = "proxy")]
    let at_proxy = chain(&error).find_map(|link| link.downcast_ref::<ProxyError>());
    #[cfg(feature = "proxy")]
    if let Some((proxy, status)) = at_proxy.map(|error| (error.proxy.clone(), error.status())) {
        return TransportError::Proxy { proxy, status, source: Box::new(error) };
    }
    // A bundle that cannot be read fails this late if the endpoint was unknown before.
    let is_tls = chain(&error).any(|link| link.is::<rustls::Error>() || link.is::<ConfigError>());
    match () {
        () if is_tls => TransportError::Tls(Box::new(error)),
        () if error.is_connect() => TransportError::Connect(Box::new(error)),
        () => TransportError::Broken(Box::new(error)),
    }
}

/// Makes connections within a timeout.
#[derive(Clone)]
struct Connector {
    http: HttpConnector,
    tls: Tls,
    /// Of a proxy HTTP/1.1 is expected, whatever the service behind it may choose.
    #[cfg(feature = "proxy")]
    to_proxies: Tls,
    #[cfg(feature = "proxy")]
    proxies: Proxies,
    timeout: Option<Duration>,
}

impl Connector {
    /// The same for bodies that are made while they are sent, which services of AWS take over HTTP/2.
    #[cfg(feature = "event-stream")]
    fn for_exchanges(&self) -> Self {
        Self {
            #[cfg(feature = "http2")]
            tls: self.tls.offering_http2(),
            ..self.clone()
        }
    }

    #[cfg(feature = "proxy")]
    fn connect(&mut self, uri: Uri) -> Connecting<Connection> {
        let proxied = self.proxies.as_ref();
        let proxied = proxied.and_then(|proxies| proxies.connect(&uri, &self.http, &self.to_proxies, &self.tls));
        proxied.unwrap_or_else(|| {
            let connecting = direct(&self.http, &self.tls, uri);
            Box::pin(async { Ok(Connection::new(connecting.await?, false)) })
        })
    }

    #[cfg(not(feature = "proxy"))]
    fn connect(&mut self, uri: Uri) -> Connecting<Connection> {
        direct(&self.http, &self.tls, uri)
    }
}

/// The timeout of a connection.
#[derive(Debug)]
struct TimedOut(Duration);

impl std::fmt::Display for TimedOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no connection within {:?}", self.0)
    }
}

impl Error for TimedOut {}

impl Service<Uri> for Connector {
    type Response = Connection;
    type Error = BoxError;
    type Future = Connecting<Connection>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.http.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.connect(uri);
        let Some(limit) = self.timeout else { return connecting };
        Box::pin(async move {
            let connected = timeout(limit, connecting).await;
            connected.unwrap_or_else(|_| Err(Box::new(TimedOut(limit))))
        })
    }
}

/// A body whose parts must each arrive within a timeout.
struct TimedBody {
    body: Incoming,
    limit: Option<Duration>,
    /// When the next part is too late, while one is awaited.
    late: Option<Pin<Box<Sleep>>>,
}

impl hyper::body::Body for TimedBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            self.late = None;
            return Poll::Ready(frame.map(|frame| frame.map_err(|error| TransportError::Broken(Box::new(error)))));
        }
        let Some(limit) = self.limit else { return Poll::Pending };
        if self.late.is_none() && require_runtime().is_err() {
            return Poll::Ready(Some(Err(TransportError::NoRuntime)));
        }
        // Unlike an addition, this takes a limit that is beyond what a clock can show.
        let late = self.late.get_or_insert_with(|| Box::pin(sleep(limit)));
        late.as_mut().poll(cx).map(|()| Some(Err(TransportError::ReadTimeout(limit))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
