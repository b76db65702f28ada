//! The credentials that have to be fetched from elsewhere, by AWS's own library: roles, SSO, web identities,
//! containers and machines.
//!
//! The library reads the environment and the files of the process by itself, so it is asked only by clients that do
//! too. Its requests go over this client's TLS, with the same authorities and proxies, so that there is one TLS stack.

use std::time::Duration;

use aws_config::ecs::EcsCredentialsProvider;
use aws_config::imds;
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::web_identity_token::WebIdentityTokenCredentialsProvider;
use aws_config::{BehaviorVersion, Region};
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body_util::BodyExt as _;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;
use crate::credentials::find::{Elsewhere, Source};
use crate::credentials::identity::{Nowhere, Signatory};
use crate::http::https::{Https, Patience, Proxies};
use crate::http::tls::Tls;
use crate::http::transport::{Transport as _, TransportError};

/// Who signs with credentials from a source. Nothing is fetched yet.
pub(crate) fn signatory(
    source: Source,
    profile: &Profile,
    elsewhere: &Elsewhere<'_>,
    environment: &Environment,
) -> Result<Signatory, ConfigError> {
    let config = ProviderConfig::without_region()
        .with_region(Some(Region::new(elsewhere.region.to_owned())))
        .with_behavior_version(Some(BehaviorVersion::latest()))
        .with_http_client(Bridge::new(elsewhere, environment)?);
    let container = || EcsCredentialsProvider::builder().configure(&config).build();
    let machine = || machine(&config, profile, environment);
    Ok(match source {
        Source::Profile | Source::Login => {
            let provider = ProfileFileCredentialsProvider::builder().configure(&config).profile_name(profile.name());
            Signatory::fetched(provider.build())
        }
        Source::WebIdentity => {
            Signatory::fetched(WebIdentityTokenCredentialsProvider::builder().configure(&config).build())
        }
        Source::Container => Signatory::fetched(container()),
        Source::Machine => Signatory::fetched(machine()),
        Source::Surroundings => Signatory::fetched(Surroundings { container: container(), machine: machine() }),
    })
}

/// The machine's own service, asked as often and as patiently as the AWS tools do.
fn machine(config: &ProviderConfig, profile: &Profile, environment: &Environment) -> ImdsCredentialsProvider {
    let number = |variable, setting| {
        let text = environment.get(variable).or_else(|| profile.get(setting).map(str::to_owned));
        text.and_then(|text| text.trim().parse::<u32>().ok()).unwrap_or(1).max(1)
    };
    let patience = number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout");
    let patience = Duration::from_secs(patience.into());
    let client = imds::Client::builder()
        .configure(config)
        .connect_timeout(patience)
        .read_timeout(patience)
        .max_attempts(number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts"));
    ImdsCredentialsProvider::builder().configure(config).imds_client(client.build()).build()
}

/// Where a program runs. It need not be a place that gives credentials.
#[derive(Debug)]
struct Surroundings {
    container: EcsCredentialsProvider,
    machine: ImdsCredentialsProvider,
}

impl ProvideCredentials for Surroundings {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            match self.container.provide_credentials().await {
                Err(CredentialsError::CredentialsNotLoaded(_)) => {}
                answer => return answer,
            }
            // A machine that does not answer as one of AWS's is none of AWS's.
            let given = self.machine.provide_credentials().await;
            given.map_err(|_| CredentialsError::not_loaded(Nowhere))
        })
    }
}

#[cfg(feature = "proxy")]
fn proxies(environment: &Environment) -> Result<Proxies, ConfigError> {
    crate::http::proxy::Proxies::of(environment)
}

#[cfg(not(feature = "proxy"))]
#[expect(clippy::unnecessary_wraps, reason = "with proxies it can fail")]
fn proxies(_: &Environment) -> Result<Proxies, ConfigError> {
    Ok(())
}

/// This client's HTTP as the library wants it.
#[derive(Clone)]
pub(crate) struct Bridge {
    tls: Tls,
    proxies: Proxies,
}

impl Bridge {
    pub(crate) fn new(elsewhere: &Elsewhere<'_>, environment: &Environment) -> Result<Self, ConfigError> {
        Ok(Self { tls: elsewhere.tls.clone(), proxies: proxies(environment)? })
    }
}

impl HttpClient for Bridge {
    #[cfg_attr(not(feature = "proxy"), expect(clippy::unit_arg, reason = "without the feature there are no proxies"))]
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
