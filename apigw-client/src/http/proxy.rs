//! Proxies, as the environment names them: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case of letters.
//!
//! Requests over TLS go through a tunnel, so that the proxy sees only the host; others are sent to the proxy itself.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::uri::Authority;
use http::{HeaderValue, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tower_service::Service;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::http::connector::{Connecting, Direct, direct, is_https};
use crate::http::no_proxy::{NoProxy, is_local};
use crate::http::tls::Tls;
use crate::http::tunnel::{ProxyError, ProxyReason, open};

/// The proxies that the environment names.
#[derive(Clone)]
pub(crate) struct Proxies {
    matcher: Arc<Matcher>,
    none: Arc<NoProxy>,
    /// Whether requests to this machine and its link use none.
    avoids_local: bool,
}

impl Proxies {
    /// Reads them; `None` if there are none.
    pub(crate) fn of(environment: &Environment) -> Result<Option<Self>, ConfigError> {
        let http = proxy(environment, ["http_proxy", "HTTP_PROXY"])?;
        let https = proxy(environment, ["https_proxy", "HTTPS_PROXY"])?;
        if http.is_none() && https.is_none() {
            return Ok(None);
        }
        let none = set(environment, ["no_proxy", "NO_PROXY"]).map(|(_, hosts)| NoProxy::parse(&hosts));
        let matcher = Matcher::builder().http(http.unwrap_or_default()).https(https.unwrap_or_default());
        let (matcher, none) = (Arc::new(matcher.build()), Arc::new(none.unwrap_or_default()));
        Ok(Some(Self { matcher, none, avoids_local: false }))
    }

    /// The same proxies for requests that fetch credentials: those to this machine and its link use none, whoever is
    /// asked, because only they may see the tokens.
    #[cfg(feature = "aws-config")]
    pub(crate) fn for_credentials(self) -> Self {
        Self { avoids_local: true, ..self }
    }

    /// The proxy of a URI.
    fn intercept(&self, uri: &Uri) -> Option<Intercept> {
        if self.none.contains(uri) || self.avoids_local && is_local(uri) {
            return None;
        }
        self.matcher.intercept(uri)
    }

    /// Connects to a URI, with one configuration of TLS, through a proxy, with another; `None` if no proxy applies to it.
    pub(crate) fn connect(
        &self,
        uri: &Uri,
        http: &HttpConnector,
        to_proxies: &Tls,
        tls: &Tls,
    ) -> Option<Connecting<MaybeProxied>> {
        let proxy = self.intercept(uri)?;
        let to_proxy = direct(http, to_proxies, proxy.uri().clone());
        if !is_https(uri) {
            return Some(Box::pin(async move {
                let connected = to_proxy.await;
                let connected = connected.map_err(|error| ProxyError::new(proxy.uri(), ProxyReason::Connect(error)))?;
                Ok(MaybeProxied::new(connected, true))
            }));
        }

        let config = match tls.config() {
            Ok(config) => config,
            Err(error) => return Some(Box::pin(std::future::ready(Err(error.into())))),
        };
        let uri = uri.clone();
        Some(Box::pin(async move {
            let failed = |reason| ProxyError::new(proxy.uri(), reason);
            let connected = to_proxy.await.map_err(|error| failed(ProxyReason::Connect(error)))?;
            let tunnel = open(connected, &uri, proxy.basic_auth().cloned()).await.map_err(failed)?;
            let over_tls = HttpsConnector::from((Established(Some(tunnel)), config)).call(uri).await?;
            Ok(MaybeProxied::new(over_tls, false))
        }))
    }

    /// Whether requests to a URI go through a proxy that requires TLS.
    pub(crate) fn is_over_tls(&self, uri: &Uri) -> bool {
        self.intercept(uri).is_some_and(|proxy| is_https(proxy.uri()))
    }

    /// The `Proxy-Authorization` header of a request that is sent to the proxy itself.
    pub(crate) fn authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        let proxy = self.intercept(uri).filter(|_| uri.scheme_str() == Some("http"))?;
        proxy.basic_auth().cloned()
    }
}

/// A connector that gives a connection which is there already.
struct Established(Option<Direct>);

impl Service<Uri> for Established {
    type Response = Direct;
    type Error = io::Error;
    type Future = std::future::Ready<io::Result<Direct>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        std::future::ready(self.0.take().ok_or_else(|| io::ErrorKind::NotConnected.into()))
    }
}

/// The variable that is set, and its value. Lower case comes first, as in the AWS tools.
///
/// A server that runs a program for a request by CGI sets `HTTP_PROXY` to what the request has in its header `Proxy`, so
/// that variable says nothing there.
fn set(environment: &Environment, names: [&'static str; 2]) -> Option<(&'static str, String)> {
    let is_cgi = environment.get("REQUEST_METHOD").is_some();
    // Windows does not distinguish the two variables.
    let is_header = |name: &str| name == "HTTP_PROXY" || cfg!(windows) && name == "http_proxy";
    let mut names = names.into_iter().filter(|name| !(is_cgi && is_header(name)));
    let found = names.find_map(|name| Some((name, environment.get(name)?)));
    found.filter(|(_, value)| !value.trim().is_empty())
}

/// The URL of a proxy. An invalid one is not shown, since it may hold a password.
fn proxy(environment: &Environment, names: [&'static str; 2]) -> Result<Option<String>, ConfigError> {
    let Some((variable, text)) = set(environment, names) else { return Ok(None) };
    let text = if text.contains("://") { text } else { format!("http://{text}") };
    if text.to_ascii_lowercase().starts_with("socks") {
        return Err(ConfigError::SocksProxy { variable });
    }
    let is_http = |uri: &Uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.host().is_some_and(|host| !host.is_empty())
            && uri.authority().is_some_and(has_valid_port)
    };
    match text.parse::<Uri>().ok().filter(is_http) {
        Some(_) => Ok(Some(text)),
        None => Err(ConfigError::InvalidProxy { variable }),
    }
}

/// Whether what follows the host is nothing or a port.
fn has_valid_port(authority: &Authority) -> bool {
    let place = authority.as_str().rsplit('@').next().unwrap_or_default();
    let after = place.strip_prefix(authority.host()).unwrap_or(place);
    after.is_empty() || authority.port_u16().is_some_and(|port| port > 0)
}

/// What a connection is made of: TCP, perhaps TLS, and perhaps TLS in that again.
trait Wire: Connection + Read + Write + Send + Unpin {}

impl<T: Connection + Read + Write + Send + Unpin> Wire for T {}

/// A connection, and whether the request line needs the whole URL, as a proxy expects it.
pub(crate) struct MaybeProxied {
    inner: Box<dyn Wire>,
    is_proxied: bool,
}

impl MaybeProxied {
    pub(crate) fn new(inner: impl Connection + Read + Write + Send + Unpin + 'static, is_proxied: bool) -> Self {
        Self { inner: Box::new(inner), is_proxied }
    }
}

impl Connection for MaybeProxied {
    fn connected(&self) -> Connected {
        self.inner.connected().proxy(self.is_proxied)
    }
}

impl Read for MaybeProxied {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buffer)
    }
}

impl Write for MaybeProxied {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}
