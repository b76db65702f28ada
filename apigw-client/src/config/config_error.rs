//! Why a client cannot be configured.

use std::fmt;
use std::path::PathBuf;

/// A problem of the configuration: what was given, the environment, or the profile files. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// No region was found anywhere.
    NoRegion,
    /// The region is not the label of a host name.
    InvalidRegion {
        /// The region as given.
        region: String,
    },
    /// No credentials were found anywhere.
    NoCredentials,
    /// One part of a pair of keys was found without the other.
    PartialCredentials {
        /// Where the first part was found: `env`, `shared-credentials-file` or `config-file`.
        source: &'static str,
        /// The variable or setting that is missing.
        missing: &'static str,
    },
    /// The profile gets its credentials in a way that is not supported.
    UnsupportedCredentials {
        /// The profile.
        profile: String,
        /// The setting that asks for it (`role_arn`).
        setting: &'static str,
    },
    /// The profile takes on a role that wants a code of a device, and nobody is asked for it.
    NoMfaPrompt {
        /// The profile.
        profile: String,
    },
    /// Credentials have to be fetched, and cannot be.
    Credentials {
        /// The reason.
        reason: String,
    },
    /// The command of a profile that prints credentials cannot be understood.
    InvalidProcess {
        /// The profile.
        profile: String,
    },
    /// The profile is in neither file.
    UnknownProfile {
        /// The profile as named.
        profile: String,
    },
    /// The profile names a section of services that is not there.
    UnknownServices {
        /// The profile.
        profile: String,
        /// The section as named.
        section: String,
    },
    /// The endpoint is not a URL with a scheme and a host.
    InvalidEndpoint {
        /// The endpoint as given, without a user name or password.
        url: String,
    },
    /// A variable names a proxy that is not the URL of an HTTP proxy.
    InvalidProxy {
        /// The variable. Its value may have a password.
        variable: &'static str,
    },
    /// A variable names a SOCKS proxy.
    SocksProxy {
        /// The variable. Its value may have a password.
        variable: &'static str,
    },
    /// FIPS or dual-stack endpoints were asked for along with an endpoint of one's own.
    ConflictingEndpoint {
        /// `FIPS` or `Dualstack`.
        variant: &'static str,
    },
    /// A configuration file cannot be read or understood.
    UnreadableFile {
        /// The file.
        path: PathBuf,
        /// The reason, with the line if it is one of syntax; never the text of the line.
        reason: String,
    },
    /// A setting has a value that it cannot have.
    InvalidSetting {
        /// The variable, or the setting of the profile.
        setting: &'static str,
        /// The value.
        value: String,
        /// What it can be.
        expected: &'static str,
    },
    /// TLS cannot be set up.
    Tls {
        /// The reason.
        reason: String,
    },
    /// A blocking client cannot wait for events.
    Runtime {
        /// The reason.
        reason: String,
    },
    /// A blocking client was called on a thread that runs asynchronous tasks, which must not wait.
    AsyncContext,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRegion => f.write_str("no region is configured; set `AWS_REGION`, or `region` in the profile"),
            Self::InvalidRegion { region } => {
                write!(f, "`{region}` is not a region; give letters, digits and hyphens, such as `eu-central-1`")
            }
            Self::NoCredentials => f.write_str(
                "no credentials were found; set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or a profile",
            ),
            Self::PartialCredentials { source, missing } => {
                write!(f, "partial credentials were found in {source}; set `{missing}` too")
            }
            Self::UnsupportedCredentials { profile, setting } => {
                write!(f, "profile `{profile}` needs `{setting}`, which this client cannot follow; give it credentials")
            }
            Self::NoMfaPrompt { profile } => {
                write!(f, "profile `{profile}` needs a code because of `mfa_serial`; say with `mfa_prompt` who is asked")
            }
            Self::Credentials { reason } => write!(f, "credentials cannot be had: {reason}"),
            Self::InvalidProcess { profile } => {
                write!(f, "`credential_process` of profile `{profile}` is no command; close its quotes and name a program")
            }
            Self::UnknownProfile { profile } => {
                write!(f, "profile `{profile}` is in neither configuration file; add it or choose another")
            }
            Self::UnknownServices { profile, section } => write!(
                f,
                "profile `{profile}` names the services section `{section}`, which does not exist; add it or drop `services`"
            ),
            Self::InvalidEndpoint { url } => {
                write!(f, "`{url}` is not an endpoint; give a URL such as `http://localhost:4566`")
            }
            Self::InvalidProxy { variable } => {
                write!(f, "`{variable}` is not a proxy; give a URL such as `http://proxy.example:3128`")
            }
            Self::SocksProxy { variable } => {
                write!(f, "`{variable}` names a SOCKS proxy, which this client cannot use; give one such as `http://proxy.example:3128`")
            }
            Self::ConflictingEndpoint { variant } => {
                write!(f, "{variant} and a custom endpoint exclude each other; drop one of them")
            }
            Self::UnreadableFile { path, reason } => write!(f, "cannot read `{}`: {reason}", path.display()),
            Self::InvalidSetting { setting, value, expected } => {
                write!(f, "`{setting}` cannot be `{value}`; give {expected}")
            }
            Self::Tls { reason } => write!(f, "cannot set up TLS: {reason}"),
            Self::Runtime { reason } => write!(f, "cannot wait for events: {reason}"),
            Self::AsyncContext => f.write_str(
                "a blocking client cannot wait on a thread that runs asynchronous tasks; use the asynchronous client there",
            ),
        }
    }
}

impl std::error::Error for ConfigError {}
