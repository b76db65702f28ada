//! Connections without a proxy, with TLS or without.

use std::future::Future;
use std::pin::Pin;

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower_service::Service as _;

use crate::http::tls::Tls;
use crate::http::transport::BoxError;

/// A connection without a proxy.
pub(crate) type Direct = MaybeHttpsStream<TokioIo<TcpStream>>;

/// The future of a connection.
pub(crate) type Connecting<C> = Pin<Box<dyn Future<Output = Result<C, BoxError>> + Send>>;

/// Whether a URI is reached over TLS.
pub(crate) fn is_https(uri: &Uri) -> bool {
    uri.scheme_str() != Some("http")
}

/// Connects to the host of a URI. TLS is set up only if the URI asks for it.
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
