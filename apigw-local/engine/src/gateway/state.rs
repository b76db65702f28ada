//! What earlier calls have left: the answers of authorizers, and what is used up.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::api::{Api, Quota, Throttle};
use crate::steps::grant::Grant;
use crate::steps::meter::{Bucket, Usage};

/// The most answers that are kept. Beyond it, those that have expired are dropped, then all.
const MAX_GRANTS: usize = 10_000;

/// What earlier calls have left. Threads may share it; no call holds it while a backend answers.
///
/// Times are inputs, so that equal calls at equal times give equal answers.
#[derive(Debug, Default)]
pub struct GatewayState {
    grants: Mutex<HashMap<Vec<String>, (Grant, u64)>>,
    buckets: Mutex<HashMap<Vec<String>, Bucket>>,
    usage: Mutex<HashMap<(String, String), Usage>>,
}

impl GatewayState {
    /// The calls that a key has made within a plan, in the period of the last of them.
    pub fn usage(&self, plan: &str, key: &str) -> Usage {
        locked(&self.usage).get(&(plan.to_owned(), key.to_owned())).copied().unwrap_or_default()
    }

    /// Sets the calls that a key has made within a plan.
    pub fn set_usage(&self, plan: &str, key: &str, usage: Usage) {
        locked(&self.usage).insert((plan.to_owned(), key.to_owned()), usage);
    }

    /// Forgets the answers of the authorizers of a stage.
    pub fn forget_grants(&self, api: &str, stage: &str) {
        locked(&self.grants).retain(|key, _| !key.starts_with(&[api.to_owned(), stage.to_owned()]));
    }

    /// The answer of an authorizer that is still good.
    pub(super) fn grant(&self, api: &Api, authorizer: &str, identity: &[String], now: u64) -> Option<Grant> {
        let grants = locked(&self.grants);
        let (grant, until) = grants.get(&grant_key(api, authorizer, identity))?;
        (now < *until).then(|| grant.clone())
    }

    /// Keeps the answer of an authorizer, from a moment until another.
    pub(super) fn remember(
        &self,
        api: &Api,
        authorizer: &str,
        identity: &[String],
        grant: &Grant,
        (now, until): (u64, u64),
    ) {
        let mut grants = locked(&self.grants);
        if grants.len() >= MAX_GRANTS {
            grants.retain(|_, (_, until)| now < *until);
        }
        if grants.len() >= MAX_GRANTS {
            grants.clear();
        }
        grants.insert(grant_key(api, authorizer, identity), (grant.clone(), until));
    }

    /// Takes a token out of a bucket; no if there is none.
    pub(super) fn take(&self, bucket: &[&str], throttle: Throttle, now: u64) -> bool {
        let mut buckets = locked(&self.buckets);
        let key = bucket.iter().map(|part| (*part).to_owned()).collect();
        let bucket = buckets.entry(key).or_insert_with(|| Bucket::full(throttle, now));
        bucket.take(throttle, now).is_some_and(|left| {
            *bucket = left;
            true
        })
    }

    /// Counts a call against a quota; no if it is used up.
    pub(super) fn count(&self, plan: &str, key: &str, quota: &Quota, now: u64) -> bool {
        let mut usage = locked(&self.usage);
        let usage = usage.entry((plan.to_owned(), key.to_owned())).or_default();
        usage.count(quota, now).is_some_and(|counted| {
            *usage = counted;
            true
        })
    }
}

fn grant_key(api: &Api, authorizer: &str, identity: &[String]) -> Vec<String> {
    let parts = [api.id.as_str(), &api.stage, authorizer].into_iter().map(str::to_owned);
    parts.chain(identity.iter().cloned()).collect()
}

/// A lock; what a thread that has panicked left is as good as before, since each change is one assignment.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
