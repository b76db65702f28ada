//! Where credentials can be fetched from, and what fetching them depends on.

use crate::config::environment::Environment;
use crate::config::profile::Profiles;
#[cfg(feature = "aws-config")]
use crate::credentials::mfa_prompt::MfaPrompt;
use crate::http::tls::Tls;

/// Where credentials are fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FetchFrom {
    /// As the profile says.
    Profile,
    /// From a session of `aws login`.
    Login,
    /// In exchange for a token in a file, as the environment says.
    WebIdentity,
    /// From the container that the program runs in.
    #[cfg(feature = "aws-config")]
    Container,
    /// From the instance that the program runs on.
    #[cfg(feature = "aws-config")]
    Instance,
    /// From the container or the instance, whichever provides some.
    RuntimeEnvironment,
}

/// Whether the caller named the profile, in which case the keys of the environment are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProfileChoice {
    /// The caller named it.
    Explicit,
    /// The environment named it, or it is the default.
    Implied,
}

/// What fetching credentials depends on.
#[cfg_attr(not(feature = "aws-config"), expect(dead_code, reason = "without the feature nothing is fetched"))]
pub(crate) struct FetchContext<'a> {
    pub(crate) environment: &'a Environment,
    pub(crate) profiles: &'a Profiles,
    pub(crate) region: &'a str,
    pub(crate) tls: &'a Tls,
    /// Called to obtain MFA codes.
    #[cfg(feature = "aws-config")]
    pub(crate) mfa_prompt: Option<MfaPrompt>,
    /// The folder in which the credentials of roles are cached.
    #[cfg(feature = "aws-config")]
    pub(crate) role_cache: Option<&'a std::path::Path>,
}
