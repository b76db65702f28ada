//! What an attempt came to: done, beyond help, or worth another attempt.

use std::time::Duration;

use crate::error::{CallError, Failure};
use crate::settings::retry_policy::{Manners, Retry};

/// What an attempt came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The service did what was asked.
    Done,
    /// Another attempt would end in the same way.
    Hopeless,
    /// Another attempt may succeed.
    Again {
        cause: Cause,
        /// How long the service asks to wait.
        wait: Option<Duration>,
    },
}

/// Why another attempt may succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The service wants fewer calls.
    Throttled,
    /// The service or the network failed for the moment.
    Transient,
    /// Something took too long.
    TimedOut,
}

/// Codes that ask for fewer calls, as the AWS tools list them.
const THROTTLING: [&str; 13] = [
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "RequestThrottled",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "SlowDown",
    "EC2ThrottledException",
];

/// Codes of failures that pass.
const TRANSIENT: [&str; 3] = ["RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"];

/// Whether the service wants fewer calls, by its code alone.
pub(crate) fn is_throttling(code: &str) -> bool {
    THROTTLING.contains(&code)
}

impl Verdict {
    /// The verdict on what the service said.
    pub(crate) fn on_failure(failure: &Failure, policy: Retry) -> Self {
        let bare = policy.manners == Manners::Own && failure.status == 429;
        let cause = match failure.code.as_str() {
            code if is_throttling(code) || bare => Cause::Throttled,
            code if TRANSIENT.contains(&code) => Cause::Transient,
            _ if matches!(failure.status, 500 | 502 | 503 | 504) => Cause::Transient,
            _ => return Self::Hopeless,
        };
        let wait = failure.retry_after.filter(|_| policy.manners == Manners::Own);
        Self::Again { cause, wait: wait.map(|wait| wait.min(policy.longest_wait)) }
    }

    /// The verdict on an attempt that got no answer.
    pub(crate) fn on_error(error: &CallError, policy: Retry) -> Self {
        let cause = match error {
            CallError::Timeout { .. } => Cause::TimedOut,
            CallError::Unreachable { .. } | CallError::Interrupted { .. } => Cause::Transient,
            CallError::Tls { .. } if policy.manners == Manners::AwsCli => Cause::Transient,
            _ => return Self::Hopeless,
        };
        Self::Again { cause, wait: None }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Cause, Verdict};
    use crate::config::environment::Environment;
    use crate::config::profile::Profile;
    use crate::error::Failure;
    use crate::settings::retry_policy::RetryPolicy;

    fn on(policy: RetryPolicy, status: u16, code: &str) -> Option<(Cause, Option<Duration>)> {
        let policy = policy.gather(&Environment::empty(), &Profile::default()).unwrap();
        let retry_after = Some(Duration::from_secs(100));
        let failure = Failure { code: code.to_owned(), message: String::new(), status, request_id: None, retry_after };
        match Verdict::on_failure(&failure, policy) {
            Verdict::Again { cause, wait } => Some((cause, wait)),
            _ => None,
        }
    }

    #[test]
    fn failures_are_judged_like_the_aws_tools_judge_them() {
        let policy = RetryPolicy::aws_cli();
        for status in [500, 502, 503, 504] {
            assert_eq!(on(policy, status, "x"), Some((Cause::Transient, None)), "{status}");
        }
        for status in [301, 400, 403, 404, 409, 429, 501, 509] {
            assert_eq!(on(policy, status, "x"), None, "{status}");
        }
        assert_eq!(on(policy, 400, "RequestTimeout"), Some((Cause::Transient, None)));
        assert_eq!(on(policy, 400, "PriorRequestNotComplete"), Some((Cause::Transient, None)));
        for code in ["TooManyRequestsException", "LimitExceededException", "Throttling"] {
            assert_eq!(on(policy, 400, code), Some((Cause::Throttled, None)), "{code}");
        }
    }

    #[test]
    fn a_bare_429_is_throttling_and_the_service_says_how_long() {
        let wait = Some(Duration::from_mins(1));
        assert_eq!(on(RetryPolicy::new(), 429, "429"), Some((Cause::Throttled, wait)));
        let none = RetryPolicy::new().longest_wait(Duration::ZERO);
        assert_eq!(on(none, 503, "503"), Some((Cause::Transient, Some(Duration::ZERO))));
    }
}
