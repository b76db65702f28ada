//! Proxies, as the environment names them: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case of letters.
//!
//! Requests over TLS go through a tunnel, so that the proxy sees only the host; others are sent to the proxy itself.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderValue, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Matcher;
use tower_service::Service as _;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::http::connector::{Connecting, direct, is_https};
use crate::http::tls::Tls;

/// The proxies that the environment names.
#[derive(Clone)]
pub(crate) struct Proxies {
    matcher: Arc<Matcher>,
}

impl Proxies {
    /// Reads them; `None` if there are none.
    pub(crate) fn of(environment: &Environment) -> Result<Option<Self>, ConfigError> {
        let http = proxy(environment, ["http_proxy", "HTTP_PROXY"])?;
        let https = proxy(environment, ["https_proxy", "HTTPS_PROXY"])?;
        let none = set(environment, ["no_proxy", "NO_PROXY"]).map(|(_, hosts)| hosts).unwrap_or_default();
        // The library takes the star for a host name, which an address does not match.
        let is_none = none.split(',').any(|host| host.trim() == "*");
        if is_none || http.is_none() && https.is_none() {
            return Ok(None);
        }
        let matcher = Matcher::builder().http(http.unwrap_or_default()).https(https.unwrap_or_default());
        Ok(Some(Self { matcher: Arc::new(matcher.no(none).build()) }))
    }

    /// Connects to a URI through a proxy; `None` if no proxy applies to it.
    pub(crate) fn connect(&self, uri: &Uri, http: &HttpConnector, tls: &Tls) -> Option<Connecting<MaybeProxied>> {
        let proxy = self.matcher.intercept(uri)?;
        if is_https(uri) {
            let config = match tls.config() {
                Ok(config) => config,
                Err(error) => return Some(Box::pin(std::future::ready(Err(error.into())))),
            };
            // The proxy itself may require TLS.
            let to_proxy = HttpsConnector::from((http.clone(), Arc::clone(&config)));
            let mut tunnel = Tunnel::new(proxy.uri().clone(), to_proxy);
            if let Some(authorization) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(authorization.clone());
            }
            let connecting = HttpsConnector::from((tunnel, config)).call(uri.clone());
            return Some(Box::pin(async { Ok(MaybeProxied::new(connecting.await?, false)) }));
        }
        let connecting = direct(http, tls, proxy.uri().clone());
        Some(Box::pin(async { Ok(MaybeProxied::new(connecting.await?, true)) }))
    }

    /// Whether requests to a URI go through a proxy that requires TLS.
    pub(crate) fn is_over_tls(&self, uri: &Uri) -> bool {
        self.matcher.intercept(uri).is_some_and(|proxy| is_https(proxy.uri()))
    }

    /// The `Proxy-Authorization` header of a request that is sent to the proxy itself.
    pub(crate) fn authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        let proxy = self.matcher.intercept(uri).filter(|_| uri.scheme_str() == Some("http"))?;
        proxy.basic_auth().cloned()
    }
}

/// The variable that is set, and its value. Lower case comes first, as in the AWS tools.
fn set(environment: &Environment, names: [&'static str; 2]) -> Option<(&'static str, String)> {
    let found = names.into_iter().find_map(|name| Some((name, environment.get(name)?)));
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
        matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some_and(|host| !host.is_empty())
    };
    match text.parse::<Uri>().ok().filter(is_http) {
        Some(_) => Ok(Some(text)),
        None => Err(ConfigError::InvalidProxy { variable }),
    }
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
