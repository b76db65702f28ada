//! What holds for calls: said for all calls of a client, or for some of them.

use std::time::Duration;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;
use crate::settings::retry_policy::{RetryPolicy, RetrySettings};
use crate::settings::validation::Validation;

/// How large a body may be that is kept in memory, if nothing else is said.
const BODY_LIMIT: usize = 64 << 20;

/// What holds for some calls instead of what their client was built with; what is not said stays as it is.
///
/// ```no_run
/// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use std::time::Duration;
///
/// use apigw_client::{CallOptions, RetryPolicy};
///
/// let hasty = CallOptions::new().retry(RetryPolicy::off()).timeout(Duration::from_secs(2));
/// let account = client.with(hasty).get_account().send().await?;
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
}

/// What holds for a call, with nothing left to look up.
#[derive(Debug, Clone)]
pub(crate) struct CallSettings {
    pub(crate) validation: Validation,
    /// The identifiers of the rules that may be broken.
    pub(crate) allowed: Vec<String>,
    pub(crate) retry: RetrySettings,
    /// How long one attempt may take, `None` for ever.
    pub(crate) attempt_timeout: Option<Duration>,
    /// How long a call may take with all its attempts, `None` for ever.
    pub(crate) timeout: Option<Duration>,
    /// Whether calls wait for the service's quotas.
    pub(crate) pacing: bool,
    /// How many bytes of a body are kept in memory.
    pub(crate) body_limit: usize,
}

impl CallOptions {
    /// Options that say nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What becomes of an input that breaks rules; an error before anything is sent by default.
    pub fn validation(mut self, validation: Validation) -> Self {
        self.validation = Some(validation);
        self
    }

    /// Lets inputs pass that break a rule, besides those already allowed. Errors name the rules that are broken.
    pub fn allow(mut self, rule: impl Into<String>) -> Self {
        self.allowed.push(rule.into());
        self
    }

    /// What is tried again, and how often.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long one attempt may take, its answer included; for ever by default, and if zero.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long a call may take with all its attempts and the waiting between them; for ever by default, and if zero.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Whether calls wait their turn, so that they keep within the fixed quotas which the service publishes; they do
    /// not by default. All clones of a client that do share the quotas.
    pub fn pacing(mut self, pacing: bool) -> Self {
        self.pacing = Some(pacing);
        self
    }

    /// How many bytes an answer that is kept in memory may have; 64 MiB by default. Streams have no limit.
    pub fn body_limit(mut self, limit: usize) -> Self {
        self.body_limit = Some(limit);
        self
    }

    /// The options with what they do not say looked up.
    pub(crate) fn resolve(self, environment: &Environment, profile: &Profile) -> Result<CallSettings, ConfigError> {
        let known = CallSettings { retry: self.retry.resolve(environment, profile)?, ..CallSettings::default() };
        Ok(known.with(self))
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
        }
    }
}

impl CallSettings {
    /// The settings with what options say instead.
    pub(crate) fn with(&self, options: CallOptions) -> Self {
        let limit = |said: Option<Duration>, known| said.map_or(known, |said| (!said.is_zero()).then_some(said));
        Self {
            validation: options.validation.unwrap_or(self.validation),
            allowed: self.allowed.iter().cloned().chain(options.allowed).collect(),
            retry: options.retry.or(self.retry),
            attempt_timeout: limit(options.attempt_timeout, self.attempt_timeout),
            timeout: limit(options.timeout, self.timeout),
            pacing: options.pacing.unwrap_or(self.pacing),
            body_limit: options.body_limit.unwrap_or(self.body_limit),
        }
    }
}
