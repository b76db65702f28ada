//! This client's HTTP as AWS's libraries want it, so that there is one TLS stack, with the same authorities and proxies.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Limited};

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::credentials::context::FetchContext;
use crate::http::https::{Https, Proxies, Timeouts};
use crate::http::tls::Tls;
use crate::http::transport::{Transport as _, TransportError};

/// How large a response with credentials may be, in bytes.
const LIMIT: usize = 4 << 20;

#[cfg(feature = "proxy")]
fn proxies(environment: &Environment) -> Result<Proxies, ConfigError> {
    use crate::http::proxy::Proxies;

    Ok(Proxies::of(environment)?.map(Proxies::for_credentials))
}

#[cfg(not(feature = "proxy"))]
#[expect(clippy::unnecessary_wraps, reason = "with proxies it can fail")]
fn proxies(_: &Environment) -> Result<Proxies, ConfigError> {
    Ok(())
}

/// The client's TLS and proxies.
#[derive(Clone)]
pub(crate) struct HttpBridge {
    tls: Tls,
    proxies: Proxies,
}

impl HttpBridge {
    pub(crate) fn new(context: &FetchContext<'_>) -> Result<Self, ConfigError> {
        Ok(Self { tls: context.tls.clone(), proxies: proxies(context.environment)? })
    }

    /// The same without proxies, for a source that is this machine or beside it.
    #[cfg_attr(not(feature = "proxy"), expect(clippy::unit_arg, reason = "without the feature there are no proxies"))]
    pub(crate) fn without_proxies(&self) -> Self {
        Self { tls: self.tls.clone(), proxies: Proxies::default() }
    }
}

impl HttpClient for HttpBridge {
    #[cfg_attr(not(feature = "proxy"), expect(clippy::unit_arg, reason = "without the feature there are no proxies"))]
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let timeouts = Timeouts { connect: settings.connect_timeout(), read: settings.read_timeout() };
        SharedHttpConnector::new(BridgeConnector(Https::new(self.tls.clone(), timeouts, Proxies::clone(&self.proxies))))
    }
}

impl std::fmt::Debug for HttpBridge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HttpBridge")
    }
}

/// The bridge with the timeouts of one request.
struct BridgeConnector(Https);

impl HttpConnector for BridgeConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = match request.try_into_http1x() {
            Ok(request) => request.map(|body| body.bytes().map(Bytes::copy_from_slice).unwrap_or_default()),
            Err(error) => return HttpConnectorFuture::ready(Err(ConnectorError::user(error.into()))),
        };
        let answer = self.0.send(request);
        HttpConnectorFuture::new(async move {
            let (head, body) = answer.await.map_err(failed)?.into_parts();
            let body = Limited::new(body, LIMIT).collect().await;
            let body = body.map_err(ConnectorError::io)?.to_bytes();
            let answer = http::Response::from_parts(head, SdkBody::from(body));
            HttpResponse::try_from(answer).map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}

impl std::fmt::Debug for BridgeConnector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BridgeConnector")
    }
}

/// The failure as the library wants it, which decides by its kind whether to retry.
fn failed(error: TransportError) -> ConnectorError {
    match error {
        TransportError::ConnectTimeout(_) | TransportError::ReadTimeout(_) => ConnectorError::timeout(error.into()),
        error => ConnectorError::io(error.into()),
    }
}
