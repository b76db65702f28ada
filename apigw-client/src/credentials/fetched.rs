//! Credentials that AWS's own library fetches: SSO, web identities, containers and instances.
//!
//! The library reads the environment and the files of the process by itself, so only clients that do so too use it. Its
//! requests go over this client's TLS.

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

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;
use crate::credentials::context::{FetchContext, FetchFrom};
use crate::credentials::http_bridge::HttpBridge;
use crate::credentials::source::{CredentialsSource, NotFound};

/// A source that fetches credentials. Nothing is fetched yet.
pub(crate) fn source(
    from: FetchFrom,
    profile: &Profile,
    context: &FetchContext<'_>,
) -> Result<CredentialsSource, ConfigError> {
    let bridge = HttpBridge::new(context)?;
    let direct = bridge.without_proxies();
    let config = ProviderConfig::without_region()
        .with_region(Some(Region::new(context.region.to_owned())))
        .with_behavior_version(Some(BehaviorVersion::latest()));
    let (config, direct) = (config.clone().with_http_client(bridge), config.with_http_client(direct));

    // These are this machine or beside it, and a proxy would learn the token that authorizes the request.
    let container = || EcsCredentialsProvider::builder().configure(&direct).build();
    let instance = || instance(&direct, profile, context.environment);

    Ok(match from {
        FetchFrom::Profile | FetchFrom::Login => {
            let provider = ProfileFileCredentialsProvider::builder().configure(&config).profile_name(profile.name());
            CredentialsSource::fetched_on_tokio(provider.build())
        }
        FetchFrom::WebIdentity => CredentialsSource::fetched_on_tokio(
            WebIdentityTokenCredentialsProvider::builder().configure(&config).build(),
        ),
        FetchFrom::Container => CredentialsSource::fetched_on_tokio(container()),
        FetchFrom::Instance => CredentialsSource::fetched_on_tokio(instance()),
        FetchFrom::RuntimeEnvironment => {
            CredentialsSource::fetched_on_tokio(RuntimeEnvironment { container: container(), instance: instance() })
        }
    })
}

/// The metadata service of the instance, with the timeouts and attempts of the AWS tools.
fn instance(config: &ProviderConfig, profile: &Profile, environment: &Environment) -> ImdsCredentialsProvider {
    let number = |variable, setting| {
        let text = environment.get(variable).or_else(|| profile.get(setting).map(str::to_owned));
        text.and_then(|text| text.trim().parse::<u32>().ok()).unwrap_or(1).max(1)
    };
    let timeout = number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout");
    let timeout = Duration::from_secs(timeout.into());
    let client = imds::Client::builder()
        .configure(config)
        .connect_timeout(timeout)
        .read_timeout(timeout)
        .max_attempts(number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts"));
    ImdsCredentialsProvider::builder().configure(config).imds_client(client.build()).build()
}

/// The container or the instance that a program runs on. It need not provide credentials.
#[derive(Debug)]
struct RuntimeEnvironment {
    container: EcsCredentialsProvider,
    instance: ImdsCredentialsProvider,
}

impl ProvideCredentials for RuntimeEnvironment {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            match self.container.provide_credentials().await {
                Err(CredentialsError::CredentialsNotLoaded(_)) => {}
                answer => return answer,
            }
            // A machine that does not reply as an instance does is not an instance.
            let provided = self.instance.provide_credentials().await;
            provided.map_err(|_| CredentialsError::not_loaded(NotFound))
        })
    }
}
