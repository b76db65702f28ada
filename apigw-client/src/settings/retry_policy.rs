//! Which failures are worth another attempt, how many there are, and how long to wait between them.

use std::time::Duration;

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;

/// How attempts follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryMode {
    /// Failed attempts are repeated after a random delay that grows, as long as calls mostly succeed.
    Standard,
    /// Like [`Standard`](Self::Standard); besides, once the service throttles, the client sends no faster than the
    /// service was seen to accept.
    Adaptive,
    /// Nothing is repeated.
    Off,
}

/// Which failures are worth another attempt, how many there are, and how long to wait between them.
///
/// What is not said is looked up: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then `retry_mode` and `max_attempts` of the
/// profile, then AWS's defaults, three attempts in standard mode.
///
/// ```
/// use apigw_client::{CallOptions, RetryMode, RetryPolicy};
///
/// let patient = RetryPolicy::new().mode(RetryMode::Adaptive).max_attempts(10);
/// let options = CallOptions::new().retry(patient);
/// # drop(options);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
pub struct RetryPolicy {
    mode: Option<RetryMode>,
    max_attempts: Option<u32>,
    longest_backoff: Option<Duration>,
    longest_wait: Option<Duration>,
    rules: Option<RetryRules>,
}

/// Whose judgement of failures is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryRules {
    /// This client's: every answer 429 is throttling, and the service's word on when to come back counts.
    Client,
    /// That of version 2 of the AWS command line.
    AwsCli,
}

/// A policy with nothing left to look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RetrySettings {
    pub(crate) mode: RetryMode,
    /// All attempts of a call, the first included.
    pub(crate) attempts: u32,
    pub(crate) longest_backoff: Duration,
    pub(crate) longest_wait: Duration,
    pub(crate) rules: RetryRules,
}

impl RetryPolicy {
    /// A policy that is all looked up.
    pub fn new() -> Self {
        Self::default()
    }

    /// A policy that repeats nothing.
    pub fn off() -> Self {
        Self::new().mode(RetryMode::Off)
    }

    /// The policy of version 2 of the AWS command line, to the letter: an answer 429 counts as throttling only if its
    /// code says so, failures of TLS are repeated, and neither `RetrySettings-After` nor `x-amz-retry-after` is looked at.
    pub fn aws_cli() -> Self {
        Self { rules: Some(RetryRules::AwsCli), ..Self::new() }
    }

    /// How attempts follow each other.
    pub fn mode(mut self, mode: RetryMode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// How many attempts there are at most, the first included; zero counts as one.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts.max(1));
        self
    }

    /// How long the random delay before an attempt can get; 20 s by default. It can be at most a second before the
    /// second attempt, two before the third, four before the fourth.
    pub fn longest_backoff(mut self, backoff: Duration) -> Self {
        self.longest_backoff = Some(backoff);
        self
    }

    /// How long to wait at most when the service says how long, in `RetrySettings-After` or `x-amz-retry-after`; a minute by
    /// default, zero means that its word does not count.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = Some(wait);
        self
    }

    /// The policy with what it does not say taken from another.
    pub(crate) fn or(self, known: RetrySettings) -> RetrySettings {
        RetrySettings {
            mode: self.mode.unwrap_or(known.mode),
            attempts: self.max_attempts.unwrap_or(known.attempts),
            longest_backoff: self.longest_backoff.unwrap_or(known.longest_backoff),
            longest_wait: self.longest_wait.unwrap_or(known.longest_wait),
            rules: self.rules.unwrap_or(known.rules),
        }
    }

    /// The policy with what it does not say looked up.
    pub(crate) fn resolve(self, environment: &Environment, profile: &Profile) -> Result<RetrySettings, ConfigError> {
        let said = |variable, setting| {
            let said = environment.get(variable).filter(|value| !value.is_empty()).map(|value| (variable, value));
            said.or_else(|| profile.get(setting).map(|value| (setting, value.to_owned())))
        };
        let mut known = RetrySettings::DEFAULT;
        if self.mode.is_none()
            && let Some((setting, value)) = said("AWS_RETRY_MODE", "retry_mode")
        {
            known.mode = mode(setting, value)?;
        }
        if self.max_attempts.is_none()
            && let Some((setting, value)) = said("AWS_MAX_ATTEMPTS", "max_attempts")
        {
            known.attempts = attempts(setting, value)?;
        }
        Ok(self.or(known))
    }
}

impl RetrySettings {
    /// What AWS's tools do if nobody says anything.
    pub(crate) const DEFAULT: Self = Self {
        mode: RetryMode::Standard,
        attempts: 3,
        longest_backoff: Duration::from_secs(20),
        longest_wait: Duration::from_mins(1),
        rules: RetryRules::Client,
    };
}

/// The old mode of the AWS tools is no other than the standard one here.
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
    fn what_is_not_said_is_looked_up() {
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
    fn nonsense_is_refused_by_name() {
        let error = resolve(RetryPolicy::new(), &[("AWS_MAX_ATTEMPTS", "0")]).unwrap_err();
        assert_eq!(error, "`AWS_MAX_ATTEMPTS` cannot be `0`; give a whole number from 1");
        let error = resolve(RetryPolicy::new(), &[("AWS_RETRY_MODE", "often")]).unwrap_err();
        assert_eq!(error, "`AWS_RETRY_MODE` cannot be `often`; give `standard` or `adaptive`");
    }
}
