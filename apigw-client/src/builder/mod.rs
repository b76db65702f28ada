//! Building a client: what the caller does not set is resolved from the environment and the profile files.
//!
//! May import everything else.

mod calls;
mod transport;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::{Credentials, Token};
use http::HeaderValue;

use crate::call::core::Hooks;
use crate::client::Client;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::config::environment::Environment;
use crate::config::profile::Profiles;
use crate::config::user_agent;
use crate::credentials::source::CredentialsSource;
use crate::http::tls::Trust;
use crate::http::transport::Transport;
use crate::settings::overrides::{Overrides, Signing};
use crate::settings::resolved::ClientSettings;
use transport::{first_endpoint, https, timeouts};

/// Builds a [`Client`].
///
/// ```
/// use apigw_client::{Client, Credentials, Environment};
///
/// let client = Client::builder()
///     .environment(Environment::empty())
///     .region("eu-central-1")
///     .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "example"))
///     .endpoint_url("http://localhost:4566")
///     .build()?;
/// # Ok::<(), apigw_client::ConfigError>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct ClientBuilder {
    overrides: Overrides,
    user_agent: Option<HeaderValue>,
    user_agent_part: Option<String>,
    hooks: Hooks,
    transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "proxy")]
    avoids_proxies: bool,
    #[cfg(feature = "stub")]
    recording: Option<crate::testing::recorder::Sink>,
}

impl Client {
    /// A client for the region, credentials and endpoint that the environment and the profile files configure.
    ///
    /// ```no_run
    /// let client = apigw_client::Client::from_env()?;
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If they are missing or invalid.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().build()
    }

    /// Starts to build a client whose settings differ from the environment's.
    ///
    /// ```no_run
    /// let client = apigw_client::Client::builder().profile("staging").region("eu-central-1").build()?;
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }
}

impl ClientBuilder {
    /// The variables from which everything is resolved that is not set here; those of the process by default.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.overrides.environment = environment;
        self
    }

    /// The profile files, for programs that have read them already; by default the files that the environment names.
    ///
    /// ```
    /// use apigw_client::{Client, Environment, Profiles};
    ///
    /// let profiles = Profiles::parse("[profile staging]\nregion = eu-central-1", "")?;
    /// let builder = Client::builder().environment(Environment::empty()).profiles(profiles).profile("staging");
    /// let client = builder.unsigned().build()?;
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn profiles(mut self, profiles: Profiles) -> Self {
        self.overrides.profiles = Some(profiles);
        self
    }

    /// The profile. With it, keys in the environment are ignored.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.overrides.profile = Some(name.into());
        self
    }

    /// The region (`eu-central-1`).
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.overrides.region = Some(region.into());
        self
    }

    /// The credentials to sign with.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.overrides.signing = Signing::With(CredentialsSource::Static(credentials));
        self
    }

    /// The provider of the credentials to sign with. It is called before the first attempt, a minute before the
    /// credentials expire, and when the service rejects them as expired; concurrent calls share one request.
    ///
    /// The trait is that of the AWS SDK for Rust, so any provider for its clients works here.
    ///
    /// ```
    /// use apigw_client::{Client, Credentials};
    /// use aws_credential_types::credential_fn::provide_credentials_fn;
    ///
    /// let vault = provide_credentials_fn(|| async { Ok(Credentials::new("AKIDEXAMPLE", "secret", None, None, "vault")) });
    /// let builder = Client::builder().credentials_provider(vault);
    /// # drop(builder);
    /// ```
    pub fn credentials_provider(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.overrides.signing = Signing::With(CredentialsSource::fetched(provider));
        self
    }

    /// Called to obtain an MFA code when a profile with `mfa_serial` assumes a role; it gets the serial number of the
    /// device. The code is obtained when credentials are first needed, and again when they expire, on a thread that may
    /// block.
    ///
    /// ```
    /// use apigw_client::Client;
    ///
    /// let builder = Client::builder().mfa_prompt(|serial| {
    ///     eprint!("Enter MFA code for {serial}: ");
    ///     let mut code = String::new();
    ///     std::io::stdin().read_line(&mut code)?;
    ///     Ok(code)
    /// });
    /// # drop(builder);
    /// ```
    #[cfg(feature = "aws-config")]
    pub fn mfa_prompt(mut self, prompt: impl Fn(&str) -> std::io::Result<String> + Send + Sync + 'static) -> Self {
        self.overrides.mfa_prompt = Some(crate::credentials::mfa_prompt::MfaPrompt::new(prompt));
        self
    }

    /// The folder in which the credentials of assumed roles are cached for other processes; by default they are not
    /// cached. `.aws/cli/cache` in the home directory is that of the AWS CLI, which writes the same files: each may use
    /// what the other cached.
    ///
    /// Only the user may read the files, but they hold secrets. A file that cannot be read or written is not an error.
    #[cfg(feature = "aws-config")]
    pub fn role_cache(mut self, folder: impl Into<PathBuf>) -> Self {
        self.overrides.role_cache = Some(folder.into());
        self
    }

    /// The bearer token for operations that take one instead of a signature. By default it is that of the variable
    /// `AWS_BEARER_TOKEN_` with the name by which requests to the service are signed.
    pub fn bearer_token(mut self, token: impl Into<String>) -> Self {
        self.overrides.bearer_token = Some(Token::new(token, None));
        self
    }

    /// Sends requests unsigned. No credentials are needed, and with a custom endpoint no region either.
    pub fn unsigned(mut self) -> Self {
        self.overrides.signing = Signing::Unsigned;
        self
    }

    /// The URL to send requests to instead of AWS's endpoint.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.overrides.endpoint_url = Some(url.into());
        self
    }

    /// Whether to use the endpoints that are validated under FIPS 140.
    pub fn use_fips(mut self, use_fips: bool) -> Self {
        self.overrides.use_fips = Some(use_fips);
        self
    }

    /// Whether to use the endpoints that are reached over IPv6 too.
    pub fn use_dual_stack(mut self, use_dual_stack: bool) -> Self {
        self.overrides.use_dual_stack = Some(use_dual_stack);
        self
    }

    /// How long a connection may take, TLS included; 60 s by default. Zero means without a limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.overrides.connect_timeout = Some(timeout);
        self
    }

    /// How long the response, and then each part of its body, may take; 60 s by default. Zero means without a limit.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.overrides.read_timeout = Some(timeout);
        self
    }

    /// A PEM file with the only certificates to trust at the service's endpoint: those of authorities, or that of the
    /// endpoint itself. By default it is the file that `AWS_CA_BUNDLE` or `ca_bundle` of the profile names, else the
    /// authorities that Mozilla trusts.
    ///
    /// Requests that fetch credentials go to other services: `AWS_CA_BUNDLE` and the profile concern them too, this option
    /// does not; see [`credentials_ca_bundle`](Self::credentials_ca_bundle).
    pub fn ca_bundle(mut self, path: impl Into<PathBuf>) -> Self {
        self.overrides.trust = Some(Trust::Bundle(path.into()));
        self
    }

    /// A PEM file with the only certificates to trust when credentials are fetched, as in [`ca_bundle`](Self::ca_bundle).
    #[cfg(feature = "aws-config")]
    pub fn credentials_ca_bundle(mut self, path: impl Into<PathBuf>) -> Self {
        self.overrides.credentials_trust = Some(Trust::Bundle(path.into()));
        self
    }

    /// Disables certificate verification at the service's endpoint: any certificate is accepted, even an expired one or
    /// that of another host. Requests that fetch credentials are verified all the same.
    ///
    /// Anyone between the client and the service can then read and change all traffic, the signatures included. Use it
    /// only for test servers on the same machine; [`ca_bundle`](Self::ca_bundle) serves them without the danger.
    pub fn danger_accept_invalid_certificates(mut self) -> Self {
        self.overrides.trust = Some(Trust::Anything);
        self
    }

    /// Whether to use the proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name; true by default.
    #[cfg(feature = "proxy")]
    pub fn use_proxies(mut self, use_proxies: bool) -> Self {
        self.avoids_proxies = !use_proxies;
        self
    }

    /// The `User-Agent` header.
    pub fn user_agent(mut self, user_agent: HeaderValue) -> Self {
        self.user_agent = Some(user_agent);
        self
    }

    /// A part to append to the default `User-Agent` header, such as `md/command#name`.
    pub fn user_agent_part(mut self, part: impl Into<String>) -> Self {
        self.user_agent_part = Some(part.into());
        self
    }

    /// Called before each attempt with its number, the first being 1, for programs that show progress.
    pub fn on_attempt(mut self, on_attempt: fn(u32)) -> Self {
        self.hooks.on_attempt = Some(on_attempt);
        self
    }

    /// Called with the operation before a call is retried that may have been executed and that is not safe to repeat
    /// ([`Operation::repeat`](apigw_spec::Operation::repeat)), for programs that say so;
    /// see [`RetryPolicy::retry_unknown`](crate::RetryPolicy::retry_unknown).
    pub fn on_unknown_outcome(mut self, on_unknown: fn(&'static apigw_spec::Operation)) -> Self {
        self.hooks.on_unknown = Some(on_unknown);
        self
    }

    /// The transport that sends requests, instead of the client's own HTTP and TLS. The timeouts of the builder do not
    /// apply to it.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Records requests and responses without their secrets; see [`recorder`](crate::recorder). Responses are read
    /// whole for that. Once the recording cannot be written, calls fail before anything is sent.
    #[cfg(feature = "stub")]
    pub fn record(mut self, sink: impl std::io::Write + Send + 'static) -> Self {
        self.recording = Some(Arc::new(std::sync::Mutex::new(sink)));
        self
    }

    /// The endpoint of a service with these settings, for programs that show where a request would go. No client is built.
    ///
    /// ```
    /// use apigw_client::{Client, Environment};
    ///
    /// let builder = Client::builder().environment(Environment::empty()).region("eu-central-1").unsigned();
    /// let endpoint = builder.resolve_endpoint(apigw_model::OPERATIONS[0].service)?;
    /// assert_eq!(endpoint.url("/restapis"), "https://apigateway.eu-central-1.amazonaws.com/restapis");
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    pub fn resolve_endpoint(self, service: &apigw_spec::Service) -> Result<Endpoint, ConfigError> {
        ClientSettings::resolve(self.overrides)?.endpoint(service)
    }

    /// Resolves what was not set and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the settings are incomplete or invalid.
    pub fn build(self) -> Result<Client, ConfigError> {
        let timeouts = timeouts(&self.overrides);
        let avoids_proxies = self.avoids_proxies();
        let settings = ClientSettings::resolve(self.overrides)?;

        let user_agent = match self.user_agent {
            Some(user_agent) => user_agent,
            None => default_user_agent(&settings, self.user_agent_part.as_deref()),
        };

        let transport = match self.transport {
            Some(transport) => transport,
            None => {
                let https = https(&settings, timeouts, avoids_proxies)?;
                if let Some(endpoint) = first_endpoint(&settings) {
                    https.prepare(&endpoint)?;
                }
                Arc::new(https)
            }
        };
        #[cfg(feature = "stub")]
        let transport = match self.recording {
            Some(sink) => Arc::new(crate::testing::recorder::Recorder::new(transport, sink)),
            None => transport,
        };

        Ok(Client::new(settings, user_agent, transport, self.hooks))
    }

    /// The transport that a client with these settings would have, for requests to other hosts. They are sent as they are:
    /// neither signed nor repeated. No client is built, and neither a region nor credentials are needed.
    ///
    /// ```
    /// use apigw_client::{Client, Environment};
    ///
    /// let transport = Client::builder().environment(Environment::empty()).build_transport()?;
    /// let request = http::Request::get("http://localhost:8080/health").body(bytes::Bytes::new())?;
    /// let response = transport.send(request);
    /// # drop(response);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the settings are invalid.
    pub fn build_transport(self) -> Result<Arc<dyn Transport>, ConfigError> {
        let builder = self.unsigned();
        if let Some(transport) = builder.transport {
            return Ok(transport);
        }
        let timeouts = timeouts(&builder.overrides);
        let avoids_proxies = builder.avoids_proxies();
        Ok(Arc::new(https(&ClientSettings::resolve(builder.overrides)?, timeouts, avoids_proxies)?))
    }

    #[cfg_attr(not(feature = "proxy"), expect(clippy::unused_self, reason = "there are no proxies"))]
    fn avoids_proxies(&self) -> bool {
        #[cfg(feature = "proxy")]
        return self.avoids_proxies;
        #[cfg(not(feature = "proxy"))]
        true
    }
}

/// The default user agent, with the application that the environment or the profile names.
fn default_user_agent(settings: &ClientSettings, part: Option<&str>) -> HeaderValue {
    let variable = settings.environment().get("AWS_SDK_UA_APP_ID");
    let application = variable.or_else(|| settings.profile().get("sdk_ua_app_id").map(str::to_owned));
    let base = application.and_then(|application| user_agent::with_application(&application));
    let base = base.unwrap_or_else(user_agent::default);
    match part {
        Some(part) => user_agent::with_part(base, part),
        None => base,
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("overrides", &self.overrides).finish_non_exhaustive()
    }
}
