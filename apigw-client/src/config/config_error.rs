//! The errors of a configuration.

use std::fmt;
use std::path::PathBuf;

/// An error of the configuration: of the builder, the environment, or the profile files. Nothing was sent.
///
/// ```
/// use apigw_client::{Client, ConfigError, Environment};
///
/// let error = Client::builder().environment(Environment::empty()).build().unwrap_err();
/// assert_eq!(error, ConfigError::NoRegion);
/// assert_eq!(error.to_string(), "no region is configured; set `AWS_REGION`, or `region` in the profile");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// No region is configured.
    NoRegion,
    /// The region is not a valid label of a host name.
    InvalidRegion {
        /// The region as given.
        region: String,
    },
    /// No credentials are configured.
    NoCredentials,
    /// The operation takes a bearer token, and none is configured.
    NoBearerToken {
        /// The variable that can hold it.
        variable: String,
    },
    /// The bearer token holds characters that no header can.
    InvalidBearerToken,
    /// One key of a pair is set without the other.
    PartialCredentials {
        /// Where the first key was found: `env`, `shared-credentials-file` or `config-file`.
        source: &'static str,
        /// The variable or setting that is missing.
        missing: &'static str,
    },
    /// The profile loads its credentials in a way that this build does not support.
    UnsupportedCredentials {
        /// The profile.
        profile: String,
        /// The setting that requires it (`role_arn`).
        setting: &'static str,
    },
    /// The profile assumes a role that requires an MFA code, and no prompt is set.
    NoMfaPrompt {
        /// The profile.
        profile: String,
    },
    /// Fetching the credentials failed.
    Credentials {
        /// The reason.
        reason: String,
    },
    /// The `credential_process` of a profile is not a command line.
    InvalidProcess {
        /// The profile.
        profile: String,
    },
    /// The profile is in neither file.
    UnknownProfile {
        /// The profile.
        profile: String,
    },
    /// The profile names a `services` section that does not exist.
    UnknownServices {
        /// The profile.
        profile: String,
        /// The section.
        section: String,
    },
    /// The endpoint is not a URL with a scheme and a host.
    InvalidEndpoint {
        /// The endpoint, without a user name or password.
        url: String,
    },
    /// A variable is not the URL of an HTTP proxy.
    InvalidProxy {
        /// The variable. Its value is not kept, since it may hold a password.
        variable: &'static str,
    },
    /// A variable names a SOCKS proxy.
    SocksProxy {
        /// The variable. Its value is not kept, since it may hold a password.
        variable: &'static str,
    },
    /// FIPS or dual-stack endpoints are configured together with a custom endpoint.
    ConflictingEndpoint {
        /// `FIPS` or `Dualstack`.
        variant: &'static str,
    },
    /// A file cannot be read or parsed.
    UnreadableFile {
        /// The file.
        path: PathBuf,
        /// The reason, with the number of the line for a syntax error; never the content of the line.
        reason: String,
    },
    /// The file with the certificates of authorities to trust cannot be used.
    InvalidCaBundle {
        /// The file.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
    /// A setting has an invalid value.
    InvalidSetting {
        /// The variable, or the setting of the profile.
        setting: &'static str,
        /// The value.
        value: String,
        /// What is valid.
        expected: &'static str,
    },
    /// TLS cannot be set up.
    Tls {
        /// The reason.
        reason: String,
    },
    /// The runtime of a blocking client cannot be started.
    Runtime {
        /// The reason.
        reason: String,
    },
    /// An async client was called outside a Tokio runtime.
    NoRuntime,
    /// A blocking client was called inside an async runtime, whose threads must not block.
    AsyncContext,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRegion => f.write_str("no region is configured; set `AWS_REGION`, or `region` in the profile"),
            Self::InvalidRegion { region } => {
                write!(f, "`{region}` is not a region; use letters, digits and hyphens, as in `eu-central-1`")
            }
            Self::NoCredentials => f.write_str(
                "no credentials were found; set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or a profile",
            ),
            Self::NoBearerToken { variable } => {
                write!(f, "no bearer token is configured; set `{variable}`, or `ClientBuilder::bearer_token`")
            }
            Self::InvalidBearerToken => {
                f.write_str("the bearer token has line breaks or control characters; remove them")
            }
            Self::PartialCredentials { source, missing } => {
                write!(f, "incomplete credentials in {source}; set `{missing}` too")
            }
            Self::UnsupportedCredentials { profile, setting } => {
                write!(
                    f,
                    "profile `{profile}` uses `{setting}`, which this build does not support; set other credentials"
                )
            }
            Self::NoMfaPrompt { profile } => {
                write!(f, "profile `{profile}` requires an MFA code; set `ClientBuilder::mfa_prompt`")
            }
            Self::Credentials { reason } => write!(f, "failed to load credentials: {reason}"),
            Self::InvalidProcess { profile } => {
                write!(
                    f,
                    "`credential_process` of profile `{profile}` is not a command line; name a program and close its quotes"
                )
            }
            Self::UnknownProfile { profile } => {
                write!(f, "profile `{profile}` is in neither configuration file; add it or choose another")
            }
            Self::UnknownServices { profile, section } => write!(
                f,
                "profile `{profile}` names the services section `{section}`, which does not exist; add the section or remove `services`"
            ),
            Self::InvalidEndpoint { url } => {
                write!(f, "`{url}` is not an endpoint; use a URL such as `http://localhost:4566`")
            }
            Self::InvalidProxy { variable } => {
                write!(f, "`{variable}` is not the URL of a proxy; set a URL such as `http://proxy.example:3128`")
            }
            Self::SocksProxy { variable } => {
                write!(
                    f,
                    "`{variable}` names a SOCKS proxy, which is not supported; set an HTTP proxy such as `http://proxy.example:3128`"
                )
            }
            Self::ConflictingEndpoint { variant } => {
                write!(f, "{variant} endpoints and a custom endpoint cannot be combined; remove one of them")
            }
            Self::UnreadableFile { path, reason } => write!(f, "cannot read `{}`: {reason}", path.display()),
            Self::InvalidCaBundle { path, reason } => {
                write!(f, "cannot use the CA bundle `{}`: {reason}; name a PEM file with certificates", path.display())
            }
            Self::InvalidSetting { setting, value, expected } => {
                write!(f, "invalid value `{value}` for `{setting}`; use {expected}")
            }
            Self::Tls { reason } => write!(f, "cannot set up TLS: {reason}"),
            Self::Runtime { reason } => write!(f, "cannot start the runtime of the blocking client: {reason}"),
            Self::NoRuntime => f.write_str(
                "the client runs on Tokio, and no Tokio runtime is active here; call it in one that has I/O and time enabled, as `#[tokio::main]` starts, or use the blocking client",
            ),
            Self::AsyncContext => f.write_str(
                "the blocking client cannot be used inside an async runtime; use `apigw_client::Client` there",
            ),
        }
    }
}

impl std::error::Error for ConfigError {}
