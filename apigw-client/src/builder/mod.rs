//! Building a client: what is not said is looked up in the environment and the profile files.

mod calls;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;

use crate::client::Client;
use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::user_agent;
use crate::credentials::identity::Signatory;
use crate::http::https::{Https, Patience};
#[cfg(feature = "proxy")]
use crate::http::proxy::Proxies;
use crate::http::tls::Trust;
use crate::http::transport::Transport;
use crate::settings::resolved::{Identity, Settings, Wishes};

/// How long a connection or an answer may take if nothing else is said, as in the AWS command line.
const PATIENCE: Duration = Duration::from_mins(1);

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
    pub(crate) wishes: Wishes,
    user_agent: Option<http::HeaderValue>,
    user_agent_part: Option<String>,
    watcher: Option<fn(u32)>,
    transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "proxy")]
    avoids_proxies: bool,
    #[cfg(feature = "stub")]
    recording: Option<crate::testing::recorder::Sink>,
}

impl ClientBuilder {
    /// Where to look up what is not said; the process's environment by default.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.wishes.environment = environment;
        self
    }

    /// The profile. Keys in the environment do not count then.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.wishes.profile = Some(name.into());
        self
    }

    /// The region (`eu-central-1`).
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.wishes.region = Some(region.into());
        self
    }

    /// The credentials to sign with.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.wishes.identity = Identity::Given(Signatory::Fixed(credentials));
        self
    }

    /// Who gives the credentials to sign with. They are asked for before the first attempt, a minute before they
    /// expire, and when the service calls them expired; calls at the same time ask once.
    ///
    /// The trait is that of AWS's SDK for Rust, so whatever gives its clients credentials gives them to this one.
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
        self.wishes.identity = Identity::Given(Signatory::fetched(provider));
        self
    }

    /// Who is asked for the code of a device, whose serial number is given, when a profile with `mfa_serial` takes on
    /// its role. The code is asked for when credentials are first needed, and again when they expire, on a thread that
    /// may wait.
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
        self.wishes.mfa_prompt = Some(crate::credentials::role::MfaPrompt::new(prompt));
        self
    }

    /// The folder in which the credentials of the roles of profiles are kept for other processes; by default they are
    /// kept nowhere. `.aws/cli/cache` in the home directory is that of the AWS CLI, whose files these are: each may
    /// use what the other keeps.
    ///
    /// Only the user may read the files, but they hold secrets. What cannot be read or written there is no error.
    #[cfg(feature = "aws-config")]
    pub fn role_cache(mut self, folder: impl Into<PathBuf>) -> Self {
        self.wishes.role_cache = Some(folder.into());
        self
    }

    /// Sends requests unsigned. Neither credentials nor, with an endpoint of one's own, a region are needed.
    pub fn unsigned(mut self) -> Self {
        self.wishes.identity = Identity::Anonymous;
        self
    }

    /// The URL to send to instead of AWS's.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.wishes.endpoint_url = Some(url.into());
        self
    }

    /// Whether to use the endpoints that are validated under FIPS 140.
    pub fn use_fips(mut self, use_fips: bool) -> Self {
        self.wishes.use_fips = Some(use_fips);
        self
    }

    /// Whether to use the endpoints that answer over IPv6 too.
    pub fn use_dual_stack(mut self, use_dual_stack: bool) -> Self {
        self.wishes.use_dual_stack = Some(use_dual_stack);
        self
    }

    /// How long a connection may take, TLS included; 60 s by default, zero means for ever.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.wishes.connect_timeout = Some(timeout);
        self
    }

    /// How long the answer, and then each part of it, may take; 60 s by default, zero means for ever.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.wishes.read_timeout = Some(timeout);
        self
    }

    /// A PEM file with the certificate authorities to trust, and no others; by default what `AWS_CA_BUNDLE` or
    /// `ca_bundle` of the profile names, else those that Mozilla trusts.
    pub fn ca_bundle(mut self, path: impl Into<PathBuf>) -> Self {
        self.wishes.trust = Some(Trust::Bundle(path.into()));
        self
    }

    /// Trusts whatever certificate the other side shows, even one that has expired or is another host's.
    ///
    /// Whoever is between the client and the service can then read and change everything, the credentials' signatures
    /// included. It is for test servers on one's own machine; [`ca_bundle`](Self::ca_bundle) does it without the
    /// danger.
    pub fn danger_accept_invalid_certificates(mut self) -> Self {
        self.wishes.trust = Some(Trust::Anybody);
        self
    }

    /// Whether to go through the proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name; by default yes.
    #[cfg(feature = "proxy")]
    pub fn use_proxies(mut self, use_proxies: bool) -> Self {
        self.avoids_proxies = !use_proxies;
        self
    }

    /// The `User-Agent` header.
    pub fn user_agent(mut self, user_agent: http::HeaderValue) -> Self {
        self.user_agent = Some(user_agent);
        self
    }

    /// What to add to the default `User-Agent` header, such as `md/command#name`.
    pub fn user_agent_part(mut self, part: impl Into<String>) -> Self {
        self.user_agent_part = Some(part.into());
        self
    }

    /// What to call with the number of each attempt before it is made, the first being 1: for programs that show what
    /// they wait for.
    pub fn on_attempt(mut self, watcher: fn(u32)) -> Self {
        self.watcher = Some(watcher);
        self
    }

    /// What carries requests, instead of the client's own HTTP and TLS. The time-outs of the builder are not applied.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Where to record what is sent and answered, without secrets; [`recorder`](crate::recorder) says how. Answers are
    /// read as a whole for that. Once it cannot be written, calls fail before anything is sent.
    #[cfg(feature = "stub")]
    pub fn record(mut self, sink: impl std::io::Write + Send + 'static) -> Self {
        self.recording = Some(Arc::new(std::sync::Mutex::new(sink)));
        self
    }

    /// Looks up what was not said and makes the client. Nothing is sent.
    pub fn build(self) -> Result<Client, ConfigError> {
        let limit = |timeout: Option<Duration>| Some(timeout.unwrap_or(PATIENCE)).filter(|timeout| !timeout.is_zero());
        let patience = Patience { connect: limit(self.wishes.connect_timeout), read: limit(self.wishes.read_timeout) };
        let settings = Settings::gather(self.wishes)?;
        let application = || settings.environment().get("AWS_SDK_UA_APP_ID");
        let application = || application().or_else(|| settings.profile().get("sdk_ua_app_id").map(str::to_owned));
        let default = || {
            let base = application().and_then(|application| user_agent::with_application(&application));
            let base = base.unwrap_or_else(user_agent::default);
            self.user_agent_part.as_ref().map_or(base.clone(), |part| user_agent::with_part(base, part))
        };
        let user_agent = self.user_agent.unwrap_or_else(default);
        let transport = match self.transport {
            Some(transport) => transport,
            None => {
                #[cfg(feature = "proxy")]
                let proxies = Proxies::of(settings.environment())?.filter(|_| !self.avoids_proxies);
                #[cfg(not(feature = "proxy"))]
                let proxies = ();
                let https = Https::new(settings.tls.clone(), patience, proxies);
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
        Ok(Client::new(settings, user_agent, transport, self.watcher))
    }
}

/// Where the service of the model is reached. If that cannot be told, each call says why.
fn first_endpoint(settings: &Settings) -> Option<http::Uri> {
    let service = apigw_model::OPERATIONS.first()?.service;
    settings.endpoint(service).ok()?.url("").parse().ok()
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("wishes", &self.wishes).finish_non_exhaustive()
    }
}
