//! Whether there is room for a call: API keys, usage plans, and the limits of the stage.

use super::state::GatewayState;
use crate::api::plan::throttle_of;
use crate::api::{ApiKeySource, Method, Plans, Throttle};
use crate::steps::fault::Fault;
use crate::steps::grant::Grant;
use crate::steps::integration_request::Incoming;

/// The header that has the API key.
const HEADER: &str = "X-API-Key";

/// A call that needs room.
pub(super) struct Admission<'a> {
    /// The keys and the plans.
    pub(super) plans: &'a Plans,
    /// The method.
    pub(super) method: &'a Method,
    /// The call.
    pub(super) incoming: Incoming<'a>,
}

impl Admission<'_> {
    /// Counts the call.
    pub(super) fn admit(&self, grant: Option<&Grant>, state: &GatewayState, now: u64) -> Result<(), Fault> {
        let api = self.incoming.api;
        if self.method.needs_api_key {
            self.admit_key(grant, state, now)?;
        }
        let limit = self.own(|method| throttle_of(&api.throttles, &self.method.resource_path, method));
        match limit {
            Some((method, throttle)) => take(state, &["stage", &api.id, &api.stage, method], throttle, now),
            None => Ok(()),
        }
    }

    /// Counts the call for its key: first the plan's throttle, then its quota.
    fn admit_key(&self, grant: Option<&Grant>, state: &GatewayState, now: u64) -> Result<(), Fault> {
        let api = self.incoming.api;
        let value = match api.api_key_source {
            ApiKeySource::Header => self.incoming.request.headers.get(HEADER),
            ApiKeySource::Authorizer => grant.and_then(Grant::usage_key),
        };
        let key = self.plans.keys.iter().find(|key| Some(key.value.as_str()) == value && key.is_enabled);
        let key = key.ok_or(Fault::InvalidApiKey)?;
        let candidates = self.plans.plans.iter().filter(|plan| plan.keys.contains(&key.id));
        let mut for_stage = candidates.filter_map(|plan| Some((plan, plan.stage(&api.id, &api.stage)?)));
        let (plan, of_plan) = for_stage.next().ok_or(Fault::InvalidApiKey)?;
        self.incoming.context.set("identity.apiKey", &key.value);
        self.incoming.context.set("identity.apiKeyId", &key.id);

        let own = self.own(|method| throttle_of(&of_plan.throttles, &self.method.resource_path, method));
        let throttle = own.or(plan.throttle.map(|throttle| ("", throttle)));
        if let Some((method, throttle)) = throttle {
            take(state, &["plan", &plan.id, &key.id, &api.id, &api.stage, method], throttle, now)?;
        }
        match &plan.quota {
            Some(quota) if !state.count(&plan.id, &key.id, quota, now) => Err(Fault::QuotaExceeded),
            _ => Ok(()),
        }
    }

    /// The limit for the method of the request, or for the method that serves all.
    fn own<'a>(&self, limit: impl Fn(&str) -> Option<(&'a str, Throttle)>) -> Option<(&'a str, Throttle)> {
        limit(&self.incoming.request.method).or_else(|| limit("ANY"))
    }
}

fn take(state: &GatewayState, bucket: &[&str], throttle: Throttle, now: u64) -> Result<(), Fault> {
    if state.take(bucket, throttle, now) { Ok(()) } else { Err(Fault::Throttled) }
}
