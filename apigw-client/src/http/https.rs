//! The client's own transport: HTTP/1.1 with a pool of connections, over TLS or in the clear.

use std::error::Error;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, Uri};
use http_body_util::Full;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::{HttpConnector, capture_connection};
use hyper_util::client::legacy::{Client, Error as ClientError};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep, timeout};
use tower_service::Service;

use crate::config::config_error::ConfigError;
use crate::http::tls::Tls;
use crate::http::transport::{Answer, Body, BoxError, Transport, TransportError, chain};

/// How long an idle connection is kept, as botocore's pool and AWS's load balancers are content with.
const IDLE: Duration = Duration::from_mins(1);

/// How long to wait; `None` waits for ever.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// For a connection, TLS included.
    pub(crate) connect: Option<Duration>,
    /// For the head of the answer, and then for each part of its body.
    pub(crate) read: Option<Duration>,
}

/// A connection, perhaps to a proxy.
#[cfg(feature = "proxy")]
type Connection = crate::http::proxy::MaybeProxied;
#[cfg(not(feature = "proxy"))]
type Connection = Direct;

/// A connection without a proxy, with TLS or without.
pub(crate) type Direct = MaybeHttpsStream<TokioIo<TcpStream>>;

/// The future of a connection.
pub(crate) type Connecting<C = Connection> = Pin<Box<dyn Future<Output = Result<C, BoxError>> + Send>>;

/// The proxies to go through; without the feature there are none.
#[cfg(feature = "proxy")]
pub(crate) type Proxies = Option<crate::http::proxy::Proxies>;
#[cfg(not(feature = "proxy"))]
pub(crate) type Proxies = ();

/// The transport. Clones share the connections.
#[derive(Clone)]
pub(crate) struct Https {
    client: Client<Connector, Full<Bytes>>,
    patience: Patience,
    tls: Tls,
    #[cfg(feature = "proxy")]
    proxies: Proxies,
}

impl Https {
    #[cfg_attr(not(feature = "proxy"), expect(unused_variables, reason = "there are no proxies without the feature"))]
    pub(crate) fn new(tls: Tls, patience: Patience, proxies: Proxies) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        let connector = Connector {
            #[cfg(feature = "proxy")]
            proxies: proxies.clone(),
            http,
            tls: tls.clone(),
            patience: patience.connect,
        };
        let client = Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_timer(TokioTimer::new())
            .build(connector);
        Self {
            client,
            patience,
            tls,
            #[cfg(feature = "proxy")]
            proxies,
        }
    }

    /// Finds out what is wrong with TLS if requests to a URI need it.
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

/// Whether what a URI names is reached over TLS.
pub(crate) fn is_https(uri: &Uri) -> bool {
    uri.scheme_str() != Some("http")
}

impl Transport for Https {
    fn send(&self, request: Request<Bytes>) -> Answer {
        let mut request = request.map(Full::new);
        #[cfg(feature = "proxy")]
        if let Some(authorization) = self.proxies.as_ref().and_then(|proxies| proxies.authorization(request.uri())) {
            request.headers_mut().insert(http::header::PROXY_AUTHORIZATION, authorization);
        }
        let mut connection = capture_connection(&mut request);
        let answer = self.client.request(request);
        let patience = self.patience.read;
        Box::pin(async move {
            let late = async {
                _ = connection.wait_for_connection_metadata().await;
                wait(patience).await
            };
            let answer = first(answer, late).await.map_err(TransportError::ReadTimeout)?.map_err(kind)?;
            let (head, body) = answer.into_parts();
            let body = Patient { body, patience, late: None };
            Ok(Response::from_parts(head, Body::new(body)))
        })
    }
}

/// Waits as long as patience lasts, and says how long that was.
async fn wait(patience: Option<Duration>) -> Duration {
    match patience {
        Some(patience) => {
            sleep(patience).await;
            patience
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

/// What kind of failure the library reports.
fn kind(error: ClientError) -> TransportError {
    if let Some(TimedOut(after)) = chain(&error).find_map(|link| link.downcast_ref()) {
        return TransportError::ConnectTimeout(*after);
    }
    // A bundle that cannot be read is found out late if the endpoint was not known before.
    let is_tls = chain(&error).any(|link| link.is::<rustls::Error>() || link.is::<ConfigError>());
    match () {
        () if is_tls => TransportError::Tls(Box::new(error)),
        () if error.is_connect() => TransportError::Connect(Box::new(error)),
        () => TransportError::Broken(Box::new(error)),
    }
}

/// Makes connections within a time-out.
#[derive(Clone)]
struct Connector {
    http: HttpConnector,
    tls: Tls,
    #[cfg(feature = "proxy")]
    proxies: Proxies,
    patience: Option<Duration>,
}

impl Connector {
    #[cfg(feature = "proxy")]
    fn connect(&mut self, uri: Uri) -> Connecting {
        let proxied = self.proxies.as_ref().and_then(|proxies| proxies.connect(&uri, &self.http, &self.tls));
        proxied.unwrap_or_else(|| {
            let connecting = direct(&self.http, &self.tls, uri);
            Box::pin(async { Ok(Connection::new(connecting.await?, false)) })
        })
    }

    #[cfg(not(feature = "proxy"))]
    fn connect(&mut self, uri: Uri) -> Connecting {
        direct(&self.http, &self.tls, uri)
    }
}

/// Connects to where a URI says. TLS is set up only if it says so.
pub(crate) fn direct(http: &HttpConnector, tls: &Tls, uri: Uri) -> Connecting<Direct> {
    let mut http = http.clone();
    if !is_https(&uri) {
        let connecting = http.call(uri);
        return Box::pin(async { Ok(MaybeHttpsStream::Http(connecting.await?)) });
    }
    match tls.config() {
        Ok(config) => Box::pin(HttpsConnector::from((http, config)).call(uri)),
        Err(error) => Box::pin(std::future::ready(Err(error.into()))),
    }
}

/// The time-out of a connection has passed.
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
    type Future = Connecting;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.http.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.connect(uri);
        let Some(patience) = self.patience else { return connecting };
        Box::pin(async move {
            let connected = timeout(patience, connecting).await;
            connected.unwrap_or_else(|_| Err(Box::new(TimedOut(patience))))
        })
    }
}

/// A body whose parts must each arrive within a time-out.
struct Patient {
    body: Incoming,
    patience: Option<Duration>,
    /// When the next part is too late, while one is awaited.
    late: Option<Pin<Box<Sleep>>>,
}

impl hyper::body::Body for Patient {
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
        let Some(patience) = self.patience else { return Poll::Pending };
        let late = self.late.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(Instant::now() + patience)));
        late.as_mut().poll(cx).map(|()| Some(Err(TransportError::ReadTimeout(patience))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
