//! Classifying the outcome of an attempt: done, fatal, or worth another attempt.

use std::time::Duration;

use crate::error::CallError;
use crate::failure::Failure;
use crate::settings::retry_policy::{RetryRules, RetrySettings};

/// The class of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The call succeeded.
    Done,
    /// Another attempt would end in the same way.
    Fatal,
    /// Another attempt may succeed.
    Again {
        reason: RetryReason,
        /// How long the service asks to wait.
        wait: Option<Duration>,
    },
}

/// Why another attempt may succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryReason {
    /// The service asks for fewer calls.
    Throttled,
    /// The service or the network failed temporarily.
    Transient,
    /// A timeout passed.
    TimedOut,
}

impl Verdict {
    /// Classifies a failure that the service reported.
    pub(crate) fn on_failure(failure: &Failure, policy: RetrySettings) -> Self {
        let bare = policy.rules == RetryRules::Client && failure.status == 429;
        let reason = match failure {
            failure if bare || failure.has_throttling_code() => RetryReason::Throttled,
            failure if failure.is_transient() => RetryReason::Transient,
            _ => return Self::Fatal,
        };
        let wait = failure.retry_after.filter(|_| policy.rules == RetryRules::Client);
        Self::Again { reason, wait: wait.map(|wait| wait.min(policy.longest_wait)) }
    }

    /// Classifies an attempt that got no reply.
    pub(crate) fn on_error(error: &CallError, policy: RetrySettings) -> Self {
        let reason = match error {
            CallError::Timeout { .. } => RetryReason::TimedOut,
            CallError::Unreachable { .. } | CallError::Interrupted { .. } => RetryReason::Transient,
            CallError::Tls { .. } if policy.rules == RetryRules::AwsCli => RetryReason::Transient,
            _ => return Self::Fatal,
        };
        Self::Again { reason, wait: None }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{RetryReason, Verdict};
    use crate::config::environment::Environment;
    use crate::config::profile::Profile;
    use crate::failure::Failure;
    use crate::settings::retry_policy::RetryPolicy;

    fn on(policy: RetryPolicy, status: u16, code: &str) -> Option<(RetryReason, Option<Duration>)> {
        let policy = policy.resolve(&Environment::empty(), &Profile::default()).unwrap();
        let retry_after = Some(Duration::from_secs(100));
        let failure =
            Failure { code: code.to_owned(), message: String::new(), status, request_id: None, retry_after, raw: None };
        match Verdict::on_failure(&failure, policy) {
            Verdict::Again { reason, wait } => Some((reason, wait)),
            _ => None,
        }
    }

    #[test]
    fn failures_are_classified_as_by_the_aws_tools() {
        let policy = RetryPolicy::aws_cli();
        for status in [500, 502, 503, 504] {
            assert_eq!(on(policy, status, "x"), Some((RetryReason::Transient, None)), "{status}");
        }
        for status in [301, 400, 403, 404, 409, 429, 501, 509] {
            assert_eq!(on(policy, status, "x"), None, "{status}");
        }
        assert_eq!(on(policy, 400, "RequestTimeout"), Some((RetryReason::Transient, None)));
        assert_eq!(on(policy, 400, "PriorRequestNotComplete"), Some((RetryReason::Transient, None)));
        for code in ["TooManyRequestsException", "LimitExceededException", "Throttling"] {
            assert_eq!(on(policy, 400, code), Some((RetryReason::Throttled, None)), "{code}");
        }
    }

    #[test]
    fn a_bare_429_is_throttling_and_the_service_says_how_long() {
        let wait = Some(Duration::from_mins(1));
        assert_eq!(on(RetryPolicy::new(), 429, "429"), Some((RetryReason::Throttled, wait)));
        let none = RetryPolicy::new().longest_wait(Duration::ZERO);
        assert_eq!(on(none, 503, "503"), Some((RetryReason::Transient, Some(Duration::ZERO))));
    }
}
