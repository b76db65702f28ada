//! The credentials that have to be fetched from elsewhere, by AWS's own library: roles, SSO, web identities,
//! containers and machines.
//!
//! The library reads the environment and the files of the process by itself, so it is asked only by clients that do
//! too. Its requests go over this client's TLS, with the same authorities and proxies, so that there is one TLS stack.

use aws_config::ecs::EcsCredentialsProvider;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::meta::credentials::CredentialsProviderChain;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::web_identity_token::WebIdentityTokenCredentialsProvider;
use aws_config::{BehaviorVersion, Region};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body_util::BodyExt as _;

use crate::config_error::ConfigError;
use crate::credentials::{Elsewhere, Source};
use crate::environment::Environment;
use crate::https::{Https, Patience, Proxies};
use crate::identity::Signatory;
use crate::tls;
use crate::transport::{Transport as _, TransportError};

/// Who signs with credentials from a source. Nothing is fetched yet.
pub(crate) fn signatory(
    source: Source,
    profile: &str,
    elsewhere: &Elsewhere<'_>,
    environment: &Environment,
) -> Result<Signatory, ConfigError> {
    let bridge = Bridge { tls: tls::config(elsewhere.trust)?, proxies: proxies(environment)? };
    let config = ProviderConfig::without_region()
        .with_region(Some(Region::new(elsewhere.region.to_owned())))
        .with_behavior_version(Some(BehaviorVersion::latest()))
        .with_http_client(bridge);
    Ok(match source {
        Source::Profile => {
            let provider = ProfileFileCredentialsProvider::builder().configure(&config).profile_name(profile);
            Signatory::fetched(provider.build())
        }
        Source::WebIdentity => {
            Signatory::fetched(WebIdentityTokenCredentialsProvider::builder().configure(&config).build())
        }
        Source::Surroundings => {
            let container = EcsCredentialsProvider::builder().configure(&config).build();
            let machine = ImdsCredentialsProvider::builder().configure(&config).build();
            Signatory::fetched(CredentialsProviderChain::first_try("container", container).or_else("machine", machine))
        }
    })
}

#[cfg(feature = "proxy")]
fn proxies(environment: &Environment) -> Result<Proxies, ConfigError> {
    crate::proxy::Proxies::of(environment)
}

#[cfg(not(feature = "proxy"))]
#[expect(clippy::unnecessary_wraps, reason = "with proxies it can fail")]
fn proxies(_: &Environment) -> Result<Proxies, ConfigError> {
    Ok(())
}

/// This client's HTTP as the library wants it.
#[derive(Clone)]
struct Bridge {
    tls: rustls::ClientConfig,
    proxies: Proxies,
}

impl HttpClient for Bridge {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let patience = Patience { connect: settings.connect_timeout(), read: settings.read_timeout() };
        SharedHttpConnector::new(Lane(Https::new(self.tls.clone(), patience, Proxies::clone(&self.proxies))))
    }
}

impl std::fmt::Debug for Bridge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bridge")
    }
}

/// The bridge with the time-outs of one request.
struct Lane(Https);

impl HttpConnector for Lane {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = match request.try_into_http1x() {
            Ok(request) => request.map(|body| body.bytes().map(Bytes::copy_from_slice).unwrap_or_default()),
            Err(error) => return HttpConnectorFuture::ready(Err(ConnectorError::user(error.into()))),
        };
        let answer = self.0.send(request);
        HttpConnectorFuture::new(async move {
            let (head, body) = answer.await.map_err(failed)?.into_parts();
            let body = body.collect().await.map_err(failed)?.to_bytes();
            let answer = http::Response::from_parts(head, SdkBody::from(body));
            HttpResponse::try_from(answer).map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}

impl std::fmt::Debug for Lane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lane")
    }
}

/// The failure as the library wants it, which decides about trying again by its kind.
fn failed(error: TransportError) -> ConnectorError {
    match error {
        TransportError::ConnectTimeout(_) | TransportError::ReadTimeout(_) => ConnectorError::timeout(error.into()),
        error => ConnectorError::io(error.into()),
    }
}
