//! APIs as the engine has them, from the objects of the store.

use std::collections::BTreeMap;

use apigw_engine::api::{
    Api, ApiKeySource, Authorizer, CallerKey, FaultResponse, Integration, Method, Plan, Plans, RequestChecks, Throttle,
};
use apigw_engine::{Deployed, Endpoint};
use apigw_model::{ApiKeySourceType, RequestValidator, Stage};
use serde::Serialize;
use serde_json::Value;

use crate::store::{Snapshot, State};

/// A map of the model, or nothing.
type Texts = Option<BTreeMap<String, String>>;

/// An object as the service's API has it.
fn json<T: Serialize>(object: &T) -> Value {
    serde_json::to_value(object).unwrap_or_default()
}

fn texts(map: &Texts) -> impl Iterator<Item = (String, String)> {
    map.iter().flatten().map(|(name, value)| (name.clone(), value.clone()))
}

/// What belongs to an API as a whole, on a stage.
pub(super) fn api(snapshot: &Snapshot, (id, (region, account)): (&str, (&str, &str)), stage: &str) -> Api {
    let fault_responses = snapshot.responses.iter().map(|(name, response)| {
        let status = response.status_code.as_deref().and_then(|status| status.parse().ok());
        let templates = texts(&response.response_templates).collect();
        (name.clone(), FaultResponse { status, templates, parameters: texts(&response.response_parameters).collect() })
    });
    let models = snapshot.models.iter().map(|(name, model)| (name.clone(), model.schema.clone().unwrap_or_default()));
    let by_authorizer = snapshot.settings.api_key_source == Some(ApiKeySourceType::Authorizer);
    Api {
        id: id.to_owned(),
        region: region.to_owned(),
        account_id: account.to_owned(),
        stage: stage.to_owned(),
        binary_media_types: snapshot.settings.binary_media_types.clone().unwrap_or_default(),
        models: models.collect(),
        fault_responses: fault_responses.collect(),
        api_key_source: if by_authorizer { ApiKeySource::Authorizer } else { ApiKeySource::Header },
        ..Api::default()
    }
}

/// A method with its integration; nothing if it has none.
pub(super) fn endpoint(
    (resource_id, path): (&str, &str),
    method: &apigw_model::Method,
    validators: &BTreeMap<String, RequestValidator>,
) -> Option<Endpoint> {
    let integration = Integration::from(method.method_integration.as_ref()?);
    let mut engine_method = Method::from(method);
    path.clone_into(&mut engine_method.resource_path);
    if let Some(validator) = method.request_validator_id.as_ref().and_then(|id| validators.get(id)) {
        engine_method.validator = RequestChecks {
            parameters: validator.validate_request_parameters == Some(true),
            body: validator.validate_request_body == Some(true),
        };
    }
    Some(Endpoint { resource_id: resource_id.to_owned(), method: engine_method, integration })
}

/// What a stage serves; `overrides` are the stage variables of its canary.
pub(super) fn deployed(
    snapshot: &Snapshot,
    stage: &Stage,
    overrides: Option<&BTreeMap<String, String>>,
    place: (&str, (&str, &str)),
) -> Deployed {
    let mut api = api(snapshot, place, stage.stage_name.as_deref().unwrap_or_default());
    let overrides = overrides.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone()));
    api.stage_variables = texts(&stage.variables).chain(overrides).collect();
    let settings = stage.method_settings.iter().flatten();
    api.throttles = settings
        .filter_map(|(key, setting)| {
            let rate = setting.throttling_rate_limit?;
            let burst = setting.throttling_burst_limit.map_or(rate.max(1.0), f64::from);
            Some((key.clone(), Throttle { rate, burst }))
        })
        .collect();

    let methods = snapshot.resources.iter().flat_map(|(id, resource)| {
        let path = resource.path.as_deref().unwrap_or("/");
        let methods = resource.resource_methods.iter().flatten();
        methods.filter_map(move |(name, method)| {
            let endpoint = endpoint((id, path), method, &snapshot.validators)?;
            Some((path.to_owned(), name.clone(), endpoint))
        })
    });
    let authorizers = snapshot.authorizers.iter().filter_map(|(id, one)| Some((id.clone(), authorizer(one)?)));
    Deployed { api, routes: methods.collect(), authorizers: authorizers.collect() }
}

/// An authorizer; nothing if it has no type that is known.
pub(super) fn authorizer(one: &apigw_model::Authorizer) -> Option<Authorizer> {
    Authorizer::from_json(&json(one)).ok()
}

/// The keys and the plans of an account.
pub(super) fn plans(state: &State) -> Plans {
    let plans = state.plans.values().filter_map(|kept| {
        let plan = Plan::from_json(&json(&kept.settings)).ok()?;
        Some(Plan { keys: kept.keys.keys().cloned().collect(), ..plan })
    });
    Plans { keys: state.keys.values().map(|key| CallerKey::from_json(&json(key))).collect(), plans: plans.collect() }
}
