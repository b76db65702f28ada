//! What the caller of a builder set; everything else is resolved from the environment and the profile files.

use std::time::Duration;

use aws_credential_types::Token;

use crate::config::environment::Environment;
use crate::config::profile::Profiles;
#[cfg(feature = "aws-config")]
use crate::credentials::mfa_prompt::MfaPrompt;
use crate::credentials::source::CredentialsSource;
use crate::http::tls::Trust;
use crate::settings::options::CallOptions;

/// What the caller of a builder set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overrides {
    pub(crate) environment: Environment,
    pub(crate) profiles: Option<Profiles>,
    pub(crate) profile: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) endpoint_url: Option<String>,
    pub(crate) use_fips: Option<bool>,
    pub(crate) use_dual_stack: Option<bool>,
    pub(crate) signing: Signing,
    pub(crate) bearer_token: Option<Token>,
    #[cfg(feature = "aws-config")]
    pub(crate) mfa_prompt: Option<MfaPrompt>,
    #[cfg(feature = "aws-config")]
    pub(crate) role_cache: Option<std::path::PathBuf>,
    pub(crate) trust: Option<Trust>,
    /// What the requests that fetch credentials trust.
    #[cfg(feature = "aws-config")]
    pub(crate) credentials_trust: Option<Trust>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) read_timeout: Option<Duration>,
    pub(crate) calls: CallOptions,
    pub(crate) jitter_seed: Option<u64>,
}

/// Whether requests are signed, and with which credentials.
#[derive(Debug, Clone, Default)]
pub(crate) enum Signing {
    /// With those that the environment and the profile configure.
    #[default]
    Configured,
    /// With those of the caller.
    With(CredentialsSource),
    /// Requests are sent unsigned.
    Unsigned,
}
