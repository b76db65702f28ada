//! How often something may be called: what a bucket of tokens and a quota say at a moment.

use super::calendar::period_start;
use crate::api::{Quota, Throttle};

/// The tokens that are left for calls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bucket {
    tokens: f64,
    /// When they were counted, in milliseconds since 1970.
    at: u64,
}

/// The calls of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// When the period began, in milliseconds since 1970.
    pub since: u64,
    /// The number of calls.
    pub used: u64,
}

impl Bucket {
    /// A bucket that is full.
    pub fn full(throttle: Throttle, now: u64) -> Self {
        Self { tokens: throttle.burst, at: now }
    }

    /// The bucket after a call at a moment; nothing if the call comes too early.
    ///
    /// ```
    /// use apigw_engine::Bucket;
    /// use apigw_engine::api::Throttle;
    ///
    /// let throttle = Throttle { rate: 2.0, burst: 1.0 };
    /// let bucket = Bucket::full(throttle, 0).take(throttle, 0).unwrap();
    /// assert_eq!(bucket.take(throttle, 499), None);
    /// assert!(bucket.take(throttle, 500).is_some());
    /// ```
    #[must_use]
    pub fn take(self, throttle: Throttle, now: u64) -> Option<Self> {
        let elapsed = u32::try_from(now.saturating_sub(self.at)).unwrap_or(u32::MAX);
        let tokens = (self.tokens + f64::from(elapsed) * throttle.rate / 1_000.0).min(throttle.burst);
        (tokens >= 1.0).then_some(Self { tokens: tokens - 1.0, at: now.max(self.at) })
    }
}

impl Usage {
    /// The usage after a call at a moment; nothing if the quota is used up.
    ///
    /// ```
    /// use apigw_engine::Usage;
    /// use apigw_engine::api::{Period, Quota};
    ///
    /// let quota = Quota { limit: 1, offset: 0, period: Period::Day };
    /// let used = Usage::default().count(&quota, 10).unwrap();
    /// assert_eq!(used.count(&quota, 11), None);
    /// assert_eq!(used.count(&quota, 86_400_000).map(|usage| usage.used), Some(1));
    /// ```
    #[must_use]
    pub fn count(self, quota: &Quota, now: u64) -> Option<Self> {
        let since = period_start(quota, now);
        let used = if since > self.since { 0 } else { self.used };
        (used < quota.limit).then_some(Self { since: since.max(self.since), used: used + 1 })
    }
}
