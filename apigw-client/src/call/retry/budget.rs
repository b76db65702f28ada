//! The retry budget, which all calls of a client share: when most calls fail, retries only add load.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::call::retry::verdict::RetryReason;

/// The size of the budget and the costs of attempts, as in the AWS tools.
const FULL: u32 = 500;
const COST: u32 = 5;
const COST_OF_TIMEOUT: u32 = 10;
/// What a call returns that succeeds at once.
const REWARD: u32 = 1;

/// What is left of the budget.
#[derive(Debug)]
pub(super) struct Budget(AtomicU32);

impl Budget {
    pub(super) fn new() -> Self {
        Self(AtomicU32::new(FULL))
    }

    /// Pays for another attempt and returns its cost; `None` if too little is left.
    pub(super) fn pay(&self, reason: RetryReason) -> Option<u32> {
        let cost = if reason == RetryReason::TimedOut { COST_OF_TIMEOUT } else { COST };
        let paid = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cost));
        paid.is_ok().then_some(cost)
    }

    /// Returns the cost of the attempt that succeeded, or the reward of a call that needed no retry.
    pub(super) fn refund(&self, cost: Option<u32>) {
        let refund = |left: u32| Some(left.saturating_add(cost.unwrap_or(REWARD)).min(FULL));
        _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, refund);
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, RetryReason};

    #[test]
    fn the_budget_runs_out_and_fills_up_again() {
        let budget = Budget::new();
        assert_eq!((0..200).filter_map(|_| budget.pay(RetryReason::Transient)).count(), 100);
        (0..9).for_each(|_| budget.refund(None));
        assert_eq!(budget.pay(RetryReason::TimedOut), None);
        budget.refund(None);
        assert_eq!(budget.pay(RetryReason::TimedOut), Some(10));
        budget.refund(Some(10));
        (0..1000).for_each(|_| budget.refund(Some(10)));
        assert_eq!((0..200).filter_map(|_| budget.pay(RetryReason::TimedOut)).count(), 50);
    }
}
