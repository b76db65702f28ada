//! Pacing: calls are delayed to stay within the quotas of the service.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use apigw_spec::Operation;
use apigw_spec::operation::Quota;
use tokio::time::{Instant, sleep_until};

/// How much of the quotas is used up, by the name of the operation or the service that they are for.
#[derive(Debug, Default)]
pub(crate) struct Pacer {
    /// When the quota would be full again if nothing more were sent.
    full_at: Mutex<HashMap<&'static str, Instant>>,
}

impl Pacer {
    /// Waits until a call of the operation stays within its quota and that of the service. Calls are admitted in the order
    /// in which they arrived.
    pub(crate) async fn admit(&self, operation: &Operation) {
        let quotas = [(operation.name, operation.quota), (operation.service.sdk_id, operation.service.quota)];
        for (name, quota) in quotas {
            if let Some(quota) = quota {
                sleep_until(self.reserve(name, quota)).await;
            }
        }
    }

    /// Takes one call out of a quota and returns when it may start.
    fn reserve(&self, name: &'static str, quota: Quota) -> Instant {
        let calls = quota.calls.max(1);
        let each = Duration::from_secs(quota.seconds.into()) / calls;
        let mut quotas = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let whole = quotas.entry(name).or_insert(now);
        *whole = (*whole).max(now) + each;
        // The quota may be used up at once, and is then restored call by call.
        whole.checked_sub(each * calls).map_or(now, |start| start.max(now))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use apigw_spec::operation::Quota;
    use tokio::time::{Instant, advance};

    use super::Pacer;

    #[tokio::test(start_paused = true)]
    async fn a_quota_can_be_used_up_at_once_and_is_restored_call_by_call() {
        let pacer = Pacer::default();
        let quota = Quota { calls: 5, seconds: 10 };
        let start = Instant::now();
        let turns: Vec<_> = (0..8).map(|_| (pacer.reserve("a", quota) - start).as_secs()).collect();
        assert_eq!(turns, [0, 0, 0, 0, 0, 2, 4, 6]);
        assert_eq!(pacer.reserve("b", quota), start);
        advance(Duration::from_mins(1)).await;
        let turns: Vec<_> = (0..6).map(|_| (pacer.reserve("a", quota) - start).as_secs()).collect();
        assert_eq!(turns, [60, 60, 60, 60, 60, 62]);
    }
}
