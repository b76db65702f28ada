//! Calls of deployed APIs, and of methods in a test: the engine does the work, on what the store has.

mod address;
mod backend;
mod definition;
mod function;
mod moment;
mod outside;
mod test_authorizer;
mod test_invoke;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use apigw_engine::api::Plans;
use apigw_engine::http::Request;
use apigw_engine::{Call, Context, Deployed, GatewayState, serve};
use apigw_model::Stage;

pub(crate) use address::{Address, address};
pub use backend::Backends;
pub use function::Function;
pub(crate) use moment::Moment;
pub use outside::Outside;
pub(crate) use test_authorizer::test_invoke_authorizer;
pub(crate) use test_invoke::test_invoke;

use crate::store::{Snapshot, State};

/// What is called on a stage: the deployment, or its canary.
type Served = (Arc<Snapshot>, Stage, Arc<Deployed>);

/// The stages as the engine needs them, and what their calls have left.
#[derive(Default)]
pub(crate) struct Gateway {
    served: Mutex<HashMap<(String, String, bool), Served>>,
    state: GatewayState,
}

/// What a call needs of the store: the stage, the plans, and whether the canary serves it.
pub(crate) struct Prepared {
    deployed: Arc<Deployed>,
    plans: Plans,
    deployment: String,
    /// Whether the canary serves the call, if there is one.
    canary: Option<bool>,
    account: String,
}

impl Gateway {
    /// Looks up what a call of a stage needs; nothing if there is no such stage.
    pub(crate) fn prepare(&self, state: &mut State, address: &Address<'_>) -> Option<Prepared> {
        let percent = state.ids.percent();
        let api = state.apis.get(address.api)?;
        let stage = api.stages.get(address.stage)?;
        let canary = stage.canary_settings.as_ref();
        let of_canary = canary.filter(|canary| percent < canary.percent_traffic.unwrap_or_default());
        let deployment = of_canary.and_then(|canary| canary.deployment_id.as_ref()).or(stage.deployment_id.as_ref())?;
        let snapshot = &api.deployments.get(deployment)?.snapshot;

        let key = (address.api.to_owned(), address.stage.to_owned(), of_canary.is_some());
        let mut served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        let known = served.get(&key).filter(|(of, on, _)| Arc::ptr_eq(of, snapshot) && on == stage);
        let deployed = if let Some((.., deployed)) = known {
            Arc::clone(deployed)
        } else {
            let place = (state.region.as_str(), state.account_id.as_str());
            let overrides = of_canary.and_then(|canary| canary.stage_variable_overrides.as_ref());
            let deployed = Arc::new(definition::deployed(snapshot, stage, overrides, (address.api, place)));
            served.insert(key, (Arc::clone(snapshot), stage.clone(), Arc::clone(&deployed)));
            deployed
        };
        Some(Prepared {
            deployed,
            plans: definition::plans(state),
            deployment: deployment.clone(),
            canary: canary.is_some().then_some(of_canary.is_some()),
            account: state.account_id.clone(),
        })
    }

    /// Serves a call.
    pub(crate) fn serve(
        &self,
        prepared: &Prepared,
        request: Request,
        (host, caller, request_id): (&str, &str, String),
        backends: &mut Backends,
    ) -> apigw_engine::http::Response {
        let now = Moment::now();
        let trace = request.headers.get("X-Amzn-Trace-Id").map(str::to_owned);
        let short: String = request_id.chars().filter(char::is_ascii_alphanumeric).take(15).collect();
        let context = Context::new([
            ("accountId", prepared.account.as_str()),
            ("deploymentId", &prepared.deployment),
            ("domainName", host),
            ("domainPrefix", host.split('.').next().unwrap_or(host)),
            ("extendedRequestId", &format!("{short}=")),
            ("identity.sourceIp", caller),
            ("requestTime", &now.in_context()),
            ("requestTimeEpoch", &now.epoch().to_string()),
        ]);

        if let Some(is_canary) = prepared.canary {
            context.set("isCanaryRequest", if is_canary { "true" } else { "false" });
        }
        let mut call = Call::with_context(request, context);
        call.trace = trace.unwrap_or_else(|| trace_of(&request_id));
        call.log_time = now.in_log();
        call.request_id = request_id;
        let milliseconds = now.epoch();
        serve(&prepared.deployed, &prepared.plans, &self.state, &call, milliseconds, backends).response
    }

    /// Forgets the answers of the authorizers of a stage.
    pub(crate) fn forget_grants(&self, api: &str, stage: &str) {
        self.state.forget_grants(api, stage);
    }
}

/// The identifier of a trace: eight digits of a time, and 24 others.
fn trace_of(request_id: &str) -> String {
    let digits: String = request_id.chars().filter(char::is_ascii_hexdigit).collect();
    let (time, rest) = digits.split_at_checked(8).unwrap_or((&digits, ""));
    format!("Root=1-{time}-{}", rest.get(..24).unwrap_or(rest))
}
