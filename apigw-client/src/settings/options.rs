//! The options of calls: of all calls of a client, or of some of them.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::config::config_error::ConfigError;
use crate::config::environment::{Environment, is_true};
use crate::config::profile::Profile;
use crate::settings::retry_policy::{RetryMode, RetryPolicy, RetrySettings};
use crate::settings::validation::Validation;

/// The default maximum size of a body that is read whole, in bytes.
const BODY_LIMIT: usize = 64 << 20;

/// The least size of a body that is compressed, in bytes, as the AWS tools have it, and its greatest value.
const COMPRESSED_FROM: usize = 10_240;
const COMPRESSED_FROM_AT_MOST: usize = 10_485_760;

/// Options for some calls of a client; what is not set stays as the client was built.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use std::time::Duration;
///
/// use apigw_client::{CallOptions, RetryPolicy};
///
/// let fast = CallOptions::new().retry(RetryPolicy::off()).timeout(Duration::from_secs(2));
/// let account = client.with(fast).get_account().send().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct CallOptions {
    validation: Option<Validation>,
    allowed: Vec<String>,
    retry: RetryPolicy,
    attempt_timeout: Option<Duration>,
    timeout: Option<Duration>,
    pacing: Option<bool>,
    body_limit: Option<usize>,
    host_prefixes: Option<bool>,
    compression: Option<bool>,
    headers: HeaderMap,
}

/// The options of a call with everything resolved.
#[derive(Debug, Clone)]
pub(crate) struct CallSettings {
    pub(crate) validation: Validation,
    /// The IDs of the rules that may be violated.
    pub(crate) allowed: Vec<String>,
    pub(crate) retry: RetrySettings,
    /// How long one attempt may take; `None` means without a limit.
    pub(crate) attempt_timeout: Option<Duration>,
    /// How long a call may take with all its attempts; `None` means without a limit.
    pub(crate) timeout: Option<Duration>,
    /// Whether calls are delayed to stay within the quotas of the service.
    pub(crate) pacing: bool,
    /// How many bytes a body may have that is read whole.
    pub(crate) body_limit: usize,
    /// Whether the prefix that an operation puts before the host is used.
    pub(crate) host_prefixes: bool,
    /// The least size of a body that is compressed, in bytes, where an operation allows it; `None` compresses nothing.
    pub(crate) compressed_from: Option<usize>,
    /// The headers that are added to each request.
    pub(crate) headers: HeaderMap,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What happens to an input that violates service rules; by default it is an error and nothing is sent.
    pub fn validation(mut self, validation: Validation) -> Self {
        self.validation = Some(validation);
        self
    }

    /// Allows a rule to be violated, by its ID, besides those already allowed. Errors name the IDs of the violated rules.
    pub fn allow(mut self, rule: impl Into<String>) -> Self {
        self.allowed.push(rule.into());
        self
    }

    /// What is retried, and how often.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long one attempt may take, its response included; without a limit by default, and if zero.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long a call may take with all its attempts and the delays between them; without a limit by default, and if
    /// zero.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Whether calls are delayed to stay within the fixed quotas that the service publishes; false by default. All clones
    /// of a client share the quotas.
    pub fn pacing(mut self, pacing: bool) -> Self {
        self.pacing = Some(pacing);
        self
    }

    /// How many bytes a body may have that is read whole; 64 MiB by default. Streams have no limit.
    pub fn body_limit(mut self, limit: usize) -> Self {
        self.body_limit = Some(limit);
        self
    }

    /// Whether what some operations put before the host (`data.`) is put there; true by default. Servers on one host, such
    /// as those for tests, need it off.
    pub fn host_prefixes(mut self, host_prefixes: bool) -> Self {
        self.host_prefixes = Some(host_prefixes);
        self
    }

    /// Whether large bodies are compressed where an operation allows it; true by default, with the feature `compression`.
    pub fn compression(mut self, compression: bool) -> Self {
        self.compression = Some(compression);
        self
    }

    /// A header that is added to each request and signed with it, for a proxy, a trace or a cost report. It takes the place
    /// of a header of that name that the client would send, except `host`, `content-length` and `authorization`. Mark a
    /// secret with `HeaderValue::set_sensitive`, so that `Debug` does not show it.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// The options with what is not set resolved from the environment and the profile.
    pub(crate) fn resolve(self, environment: &Environment, profile: &Profile) -> Result<CallSettings, ConfigError> {
        let retry = self.retry.resolve(environment, profile)?;
        let compressed_from = compressed_from(environment, profile)?;
        let known = CallSettings { retry, compressed_from, ..CallSettings::default() };
        Ok(known.with(self))
    }
}

/// The least size of a body that is compressed, as the environment or the profile configures it.
fn compressed_from(environment: &Environment, profile: &Profile) -> Result<Option<usize>, ConfigError> {
    let disabled = environment.flag("AWS_DISABLE_REQUEST_COMPRESSION");
    let disabled = disabled.or_else(|| profile.get("disable_request_compression").map(is_true));
    if disabled == Some(true) {
        return Ok(None);
    }
    let configured = environment.get("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES");
    let configured = configured.or_else(|| profile.get("request_min_compression_size_bytes").map(str::to_owned));
    let Some(text) = configured else { return Ok(Some(COMPRESSED_FROM)) };
    match text.trim().parse() {
        Ok(size) if size <= COMPRESSED_FROM_AT_MOST => Ok(Some(size)),
        _ => Err(ConfigError::InvalidSetting {
            setting: "request_min_compression_size_bytes",
            value: text,
            expected: "a number from 0 to 10485760",
        }),
    }
}

impl Default for CallSettings {
    fn default() -> Self {
        Self {
            validation: Validation::Error,
            allowed: Vec::new(),
            retry: RetrySettings::DEFAULT,
            attempt_timeout: None,
            timeout: None,
            pacing: false,
            body_limit: BODY_LIMIT,
            host_prefixes: true,
            compressed_from: Some(COMPRESSED_FROM),
            headers: HeaderMap::new(),
        }
    }
}

impl CallSettings {
    /// Whether a call waits for timers even if nothing is retried.
    pub(crate) fn needs_timers(&self) -> bool {
        let has_limit = self.timeout.is_some() || self.attempt_timeout.is_some();
        has_limit || self.pacing || self.retry.mode == RetryMode::Adaptive
    }

    /// The settings, overridden by options.
    pub(crate) fn with(&self, options: CallOptions) -> Self {
        let limit = |set: Option<Duration>, known| set.map_or(known, |limit| (!limit.is_zero()).then_some(limit));
        Self {
            validation: options.validation.unwrap_or(self.validation),
            allowed: self.allowed.iter().cloned().chain(options.allowed).collect(),
            retry: options.retry.or(self.retry),
            attempt_timeout: limit(options.attempt_timeout, self.attempt_timeout),
            timeout: limit(options.timeout, self.timeout),
            pacing: options.pacing.unwrap_or(self.pacing),
            body_limit: options.body_limit.unwrap_or(self.body_limit),
            host_prefixes: options.host_prefixes.unwrap_or(self.host_prefixes),
            compressed_from: match options.compression {
                Some(true) => self.compressed_from.or(Some(COMPRESSED_FROM)),
                Some(false) => None,
                None => self.compressed_from,
            },
            headers: merged(&self.headers, options.headers),
        }
    }
}

/// The headers, with those of options in the place of equal names.
fn merged(known: &HeaderMap, options: HeaderMap) -> HeaderMap {
    let mut headers = known.clone();
    headers.extend(options);
    headers
}
