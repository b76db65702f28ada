//! The retry policy: what is retried, how often, and after which delay.

use std::time::Duration;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;

/// How retries are spaced.
///
/// ```
/// use apigw_client::{Client, RetryMode, RetryPolicy};
///
/// let builder = Client::builder().retry(RetryPolicy::new().mode(RetryMode::Adaptive));
/// # drop(builder);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryMode {
    /// Failed attempts are retried after a random, growing delay, as long as most calls succeed.
    Standard,
    /// Like [`Standard`](Self::Standard); in addition, once the service throttles, the client limits its rate to what the
    /// service accepted before.
    Adaptive,
    /// Nothing is retried.
    Off,
}

/// What is retried, how often, and after which delay.
///
/// What is not set is resolved: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then `retry_mode` and `max_attempts` of the
/// profile, then AWS's defaults, three attempts in standard mode.
///
/// ```
/// use apigw_client::{CallOptions, RetryMode, RetryPolicy};
///
/// let policy = RetryPolicy::new().mode(RetryMode::Adaptive).max_attempts(10);
/// let options = CallOptions::new().retry(policy);
/// # drop(options);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
pub struct RetryPolicy {
    mode: Option<RetryMode>,
    max_attempts: Option<u32>,
    longest_backoff: Option<Duration>,
    longest_wait: Option<Duration>,
    retries_unknown: Option<bool>,
    rules: Option<RetryRules>,
}

/// Which rules classify failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryRules {
    /// Those of this client: every status 429 is throttling, and `Retry-After` is respected.
    Client,
    /// Those of version 2 of the AWS CLI.
    AwsCli,
}

/// A policy with everything resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RetrySettings {
    pub(crate) mode: RetryMode,
    /// The maximum number of attempts of a call, the first included.
    pub(crate) attempts: u32,
    pub(crate) longest_backoff: Duration,
    pub(crate) longest_wait: Duration,
    /// Whether a request is sent again that may have been executed, and that has another effect the second time.
    pub(crate) retries_unknown: bool,
    pub(crate) rules: RetryRules,
}

impl RetryPolicy {
    /// A policy that is resolved from the environment and the profile.
    pub fn new() -> Self {
        Self::default()
    }

    /// A policy that retries nothing.
    pub fn off() -> Self {
        Self::new().mode(RetryMode::Off)
    }

    /// The policy of version 2 of the AWS CLI: a status 429 counts as throttling only if its code says so, TLS failures are
    /// retried, and `Retry-After` and `x-amz-retry-after` are ignored.
    pub fn aws_cli() -> Self {
        Self { rules: Some(RetryRules::AwsCli), ..Self::new() }
    }

    /// How retries are spaced.
    pub fn mode(mut self, mode: RetryMode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// The maximum number of attempts, the first included; zero counts as one.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts.max(1));
        self
    }

    /// The maximum of the random delay before an attempt; 20 s by default. Before the second attempt it is at most one
    /// second, before the third two, before the fourth four.
    pub fn longest_backoff(mut self, backoff: Duration) -> Self {
        self.longest_backoff = Some(backoff);
        self
    }

    /// The maximum delay that the service can ask for, in `Retry-After` or `x-amz-retry-after`; one minute by default. Zero
    /// means that they are ignored.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = Some(wait);
        self
    }

    /// Whether a call is retried that may have been executed and that is not idempotent, such as one that creates: its
    /// response was lost or came too late. True by default, as in the AWS tools; the same thing may then be created twice.
    /// [`Error::may_have_happened`](crate::Error::may_have_happened) tells of such an outcome.
    ///
    /// ```
    /// use apigw_client::{CallOptions, RetryPolicy};
    ///
    /// let options = CallOptions::new().retry(RetryPolicy::new().retry_unknown(false));
    /// # drop(options);
    /// ```
    pub fn retry_unknown(mut self, retries: bool) -> Self {
        self.retries_unknown = Some(retries);
        self
    }

    /// The policy with what is not set taken from another.
    pub(crate) fn or(self, known: RetrySettings) -> RetrySettings {
        RetrySettings {
            mode: self.mode.unwrap_or(known.mode),
            attempts: self.max_attempts.unwrap_or(known.attempts),
            longest_backoff: self.longest_backoff.unwrap_or(known.longest_backoff),
            longest_wait: self.longest_wait.unwrap_or(known.longest_wait),
            retries_unknown: self.retries_unknown.unwrap_or(known.retries_unknown),
            rules: self.rules.unwrap_or(known.rules),
        }
    }

    /// The policy with what is not set resolved from the environment and the profile.
    pub(crate) fn resolve(self, environment: &Environment, profile: &Profile) -> Result<RetrySettings, ConfigError> {
        let configured = |variable, setting| {
            let set = environment.get(variable).filter(|value| !value.is_empty()).map(|value| (variable, value));
            set.or_else(|| profile.get(setting).map(|value| (setting, value.to_owned())))
        };
        let mut known = RetrySettings::DEFAULT;
        if self.mode.is_none()
            && let Some((setting, value)) = configured("AWS_RETRY_MODE", "retry_mode")
        {
            known.mode = mode(setting, value)?;
        }
        if self.max_attempts.is_none()
            && let Some((setting, value)) = configured("AWS_MAX_ATTEMPTS", "max_attempts")
        {
            known.attempts = attempts(setting, value)?;
        }
        Ok(self.or(known))
    }
}

impl RetrySettings {
    /// The defaults of the AWS tools.
    pub(crate) const DEFAULT: Self = Self {
        mode: RetryMode::Standard,
        attempts: 3,
        longest_backoff: Duration::from_secs(20),
        longest_wait: Duration::from_mins(1),
        retries_unknown: true,
        rules: RetryRules::Client,
    };
}

/// The legacy mode of the AWS tools counts as the standard mode.
fn mode(setting: &'static str, value: String) -> Result<RetryMode, ConfigError> {
    match value.to_ascii_lowercase().as_str() {
        "standard" | "legacy" => Ok(RetryMode::Standard),
        "adaptive" => Ok(RetryMode::Adaptive),
        _ => Err(ConfigError::InvalidSetting { setting, value, expected: "`standard` or `adaptive`" }),
    }
}

fn attempts(setting: &'static str, value: String) -> Result<u32, ConfigError> {
    let attempts = value.trim().parse().ok().filter(|attempts| *attempts > 0);
    attempts.ok_or(ConfigError::InvalidSetting { setting, value, expected: "a whole number from 1" })
}

#[cfg(test)]
mod tests {
    use super::{RetryMode, RetryPolicy};
    use crate::config::environment::Environment;
    use crate::config::profile::Profile;

    fn resolve(policy: RetryPolicy, variables: &[(&str, &str)]) -> Result<(RetryMode, u32), String> {
        let environment: Environment = variables.iter().copied().collect();
        let retry = policy.resolve(&environment, &Profile::default()).map_err(|error| error.to_string())?;
        Ok((retry.mode, retry.attempts))
    }

    #[test]
    fn what_is_not_set_is_resolved() {
        let variables = [("AWS_RETRY_MODE", "Adaptive"), ("AWS_MAX_ATTEMPTS", "7")];
        let new = RetryPolicy::new();
        assert_eq!(resolve(new, &[]), Ok((RetryMode::Standard, 3)));
        assert_eq!(resolve(new, &variables), Ok((RetryMode::Adaptive, 7)));
        assert_eq!(resolve(new.max_attempts(0), &variables), Ok((RetryMode::Adaptive, 1)));
        assert_eq!(resolve(RetryPolicy::off(), &variables), Ok((RetryMode::Off, 7)));
        assert_eq!(
            resolve(new, &[("AWS_RETRY_MODE", "legacy"), ("AWS_MAX_ATTEMPTS", "")]),
            Ok((RetryMode::Standard, 3))
        );
    }

    #[test]
    fn invalid_values_are_rejected_by_name() {
        let error = resolve(RetryPolicy::new(), &[("AWS_MAX_ATTEMPTS", "0")]).unwrap_err();
        assert_eq!(error, "invalid value `0` for `AWS_MAX_ATTEMPTS`; use a whole number from 1");
        let error = resolve(RetryPolicy::new(), &[("AWS_RETRY_MODE", "often")]).unwrap_err();
        assert_eq!(error, "invalid value `often` for `AWS_RETRY_MODE`; use `standard` or `adaptive`");
    }
}
