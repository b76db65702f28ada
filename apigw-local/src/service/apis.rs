//! APIs.

use std::collections::BTreeMap;

use apigw_model::{
    ApiKeySourceType, CreateRestApi, DeleteRestApi, EndpointConfiguration, EndpointType, GetRestApi, GetRestApis,
    IpAddressType, Model, Nothing, Resource, RestApi, RestApis, UpdateRestApi,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, State, Tracked, page, project};

/// The models that every new API has.
const MODELS: [(&str, &str, &str); 2] = [
    (
        "Empty",
        "This is a default empty schema model",
        "{\n  \"$schema\": \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Empty Schema\",\n  \"type\" : \"object\"\n}",
    ),
    (
        "Error",
        "This is a default error schema model",
        "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Error Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}",
    ),
];

pub(super) fn create_rest_api(state: &mut State, input: CreateRestApi) -> Answer<RestApi> {
    check_input(state, &input)?;
    let origin =
        input.clone_from.as_deref().filter(|id| !id.is_empty()).map(|id| state.api(id).cloned()).transpose()?;

    let mut api: RestApi = project(&input)?;
    let id = state.ids.id(10);
    api.id = Some(id.clone());
    api.created_date = Some(state.ids.now());
    fill(&mut api);
    let mut made = match origin {
        Some(origin) => Api { settings: api, stages: BTreeMap::new(), deployments: Tracked::default(), ..origin },
        None => with_models(Api::new(api), state),
    };
    ensure_root(&mut made, state);
    let answer = shown(&made.settings);
    state.apis.insert(id, made);
    Ok(answer)
}

/// An API as answers show it. Its policy is compact JSON that is escaped as in a string, slashes too: callers unescape it.
pub(super) fn shown(api: &RestApi) -> RestApi {
    let mut api = api.clone();
    if let Some(policy) = &mut api.policy {
        if let Ok(document) = serde_json::from_str::<serde_json::Value>(policy) {
            *policy = document.to_string();
        }
        *policy = policy.replace('\\', "\\\\").replace('"', "\\\"").replace('/', "\\/");
    }
    api
}

/// What every API has.
pub(super) fn fill(api: &mut RestApi) {
    api.api_key_source.get_or_insert(ApiKeySourceType::Header);
    api.disable_execute_api_endpoint.get_or_insert(false);
    let configuration = api.endpoint_configuration.get_or_insert_with(EndpointConfiguration::default);
    if configuration.types.as_ref().is_none_or(Vec::is_empty) {
        configuration.types = Some(vec![EndpointType::Edge]);
    }
    let is_private = configuration.types.as_ref().is_some_and(|types| types.contains(&EndpointType::Private));
    let default = if is_private { IpAddressType::Dualstack } else { IpAddressType::Ipv4 };
    configuration.ip_address_type.get_or_insert(default);
}

/// Gives an API the models that every new one has.
fn with_models(mut api: Api, state: &mut State) -> Api {
    for (name, description, schema) in MODELS {
        let model = Model::builder().id(state.ids.id(6)).name(name).description(description).schema(schema);
        api.models.insert(name.to_owned(), model.content_type("application/json").build());
    }
    api
}

/// Gives an API its root resource.
pub(super) fn ensure_root(api: &mut Api, state: &mut State) {
    let root = api.resources.values().find(|resource| resource.parent_id.is_none()).and_then(|root| root.id.clone());
    let root = root.unwrap_or_else(|| {
        let id = state.ids.id(10);
        api.resources.insert(id.clone(), Resource::builder().id(id.as_str()).path("/").build());
        id
    });
    api.settings.root_resource_id = Some(root);
}

pub(super) fn get_rest_api(state: &mut State, input: GetRestApi) -> Answer<RestApi> {
    let mut api = shown(&state.api(&input.rest_api_id)?.settings);
    api.tags.get_or_insert_default();
    Ok(api)
}

pub(super) fn get_rest_apis(state: &mut State, input: GetRestApis) -> Answer<RestApis> {
    let all = state.apis.iter().map(|(id, api)| (id.clone(), shown(&api.settings)));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(RestApis::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_rest_api(state: &mut State, input: UpdateRestApi) -> Answer<RestApi> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let api = state.api_mut(&input.rest_api_id)?;
    let mut changed = patched(&api.settings, &input.patch_operations.unwrap_or_default())?;
    changed.policy.take_if(|policy| policy.is_empty());
    fill(&mut changed);
    let mut answer = shown(&changed);
    api.settings = changed;
    answer.tags.get_or_insert_default();
    Ok(answer)
}

pub(super) fn delete_rest_api(state: &mut State, input: DeleteRestApi) -> Answer<Nothing> {
    let id = &input.rest_api_id;
    state.api(id)?;
    let is_mapped = |domain: &&crate::store::Domain| {
        domain.mappings.values().any(|mapping| mapping.rest_api_id.as_ref() == Some(id))
    };
    let domains = state.domains.values().filter(is_mapped);
    let names: Vec<&str> = domains.filter_map(|domain| domain.settings.domain_name.as_deref()).collect();
    if !names.is_empty() {
        return Err(refusal("api-delete-mapped", &[("api", id), ("domains", &names.join(", "))]));
    }
    state.apis.remove(id);
    for plan in state.plans.values_mut() {
        if let Some(stages) = &mut plan.settings.api_stages {
            stages.retain(|stage| stage.api_id.as_ref() != Some(id));
        }
    }
    Ok(Nothing)
}
