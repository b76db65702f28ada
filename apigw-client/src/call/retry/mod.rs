//! Retries as AWS specifies them for its tools: attempts, random delays, and a budget that all calls share.
//!
//! May import what `call` may.

mod budget;
mod limiter;
mod random;
mod verdict;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::sleep;

use crate::settings::retry_policy::{RetryMode, RetrySettings};

use budget::Budget;
use limiter::Limiter;
use random::Random;
pub(crate) use verdict::{RetryReason, Verdict};

/// What the calls of a client share.
#[derive(Debug)]
pub(crate) struct Retries {
    budget: Budget,
    limiter: Mutex<Option<Limiter>>,
    random: Random,
}

impl Retries {
    pub(crate) fn new(seed: Option<u64>) -> Self {
        Self { budget: Budget::new(), limiter: Mutex::new(None), random: Random::new(seed) }
    }

    /// Starts the attempts of a call under a policy.
    pub(crate) fn session(&self, policy: RetrySettings) -> RetrySession<'_> {
        RetrySession { shared: self, policy, paid: None }
    }

    fn with_limiter<T>(&self, act: impl FnOnce(&mut Limiter) -> T) -> T {
        let mut limiter = self.limiter.lock().unwrap_or_else(PoisonError::into_inner);
        act(limiter.get_or_insert_with(Limiter::new))
    }
}

/// The attempts of one call.
#[derive(Debug)]
pub(crate) struct RetrySession<'a> {
    shared: &'a Retries,
    policy: RetrySettings,
    /// What the last attempt cost, if it was not the first.
    paid: Option<u32>,
}

impl RetrySession<'_> {
    /// Waits until the next attempt may start.
    pub(crate) async fn admit(&self) {
        if self.policy.mode == RetryMode::Adaptive {
            while let Err(wait) = self.shared.with_limiter(Limiter::take) {
                sleep(wait).await;
            }
        }
    }

    /// How long to wait after the attempt of this number before the next; `None` if there is none.
    pub(crate) fn after(&mut self, number: u32, verdict: Verdict) -> Option<Duration> {
        if self.policy.mode == RetryMode::Adaptive {
            let throttled = matches!(verdict, Verdict::Again { reason: RetryReason::Throttled, .. });
            self.shared.with_limiter(|limiter| limiter.learn(throttled));
        }
        match verdict {
            Verdict::Done => {
                self.shared.budget.refund(self.paid);
                None
            }
            Verdict::Fatal => None,
            Verdict::Again { .. } if self.policy.mode == RetryMode::Off || number >= self.policy.attempts => None,
            Verdict::Again { reason, wait } => {
                self.paid = Some(self.shared.budget.pay(reason)?);
                let longest = Duration::from_secs(1 << (number - 1).min(30)).min(self.policy.longest_backoff);
                Some(longest.mul_f64(self.shared.random.fraction()).max(wait.unwrap_or_default()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Retries, RetryReason, Verdict};
    use crate::config::environment::Environment;
    use crate::config::profile::Profile;
    use crate::settings::retry_policy::RetryPolicy;

    const AGAIN: Verdict = Verdict::Again { reason: RetryReason::Transient, wait: None };

    #[test]
    fn delays_are_random_below_a_bound_that_doubles() {
        let policy = RetryPolicy::new().max_attempts(u32::MAX);
        let policy = policy.resolve(&Environment::empty(), &Profile::default()).unwrap();
        for (number, bound) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 20), (7, 20), (4_000_000_000, 20)] {
            let retries = Retries::new(Some(number.into()));
            let delays: Vec<_> = (0..100).filter_map(|_| retries.session(policy).after(number, AGAIN)).collect();
            assert_eq!(delays.len(), 100);
            let (least, most) = (delays.iter().min().unwrap(), delays.iter().max().unwrap());
            assert!(*most < Duration::from_secs(bound) && *most > Duration::from_secs(bound).mul_f64(0.9), "{most:?}");
            assert!(*least < Duration::from_secs(bound).mul_f64(0.1), "{least:?}");
        }
    }

    #[test]
    fn attempts_end_with_the_policy_and_with_the_budget() {
        let policy = RetryPolicy::new().resolve(&Environment::empty(), &Profile::default()).unwrap();
        let retries = Retries::new(Some(1));
        let mut session = retries.session(policy);
        assert!(session.after(1, AGAIN).is_some());
        assert!(session.after(2, AGAIN).is_some());
        assert!(session.after(3, AGAIN).is_none());
        assert_eq!((0..200).filter_map(|_| retries.session(policy).after(1, AGAIN)).count(), 98);
        let wait = Verdict::Again { reason: RetryReason::Throttled, wait: Some(Duration::from_secs(7)) };
        assert_eq!(Retries::new(None).session(policy).after(1, wait), Some(Duration::from_secs(7)));
    }
}
