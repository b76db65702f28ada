//! APIs from their parts, as files define them, and what surrounds an object that a call names.

use std::collections::BTreeMap;

use apigw_model::server::ErrorReply;
use apigw_model::{
    Authorizer, CreateDeployment, GatewayResponse, IntegrationResponse, IntegrationType, Method, MethodResponse, Model,
    RequestValidator, Resource, RestApi,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{apis, deployments, integrations};
use crate::refusal::Answer;
use crate::store::{Api, State};

/// The status of the responses that an API gets so that its method answers.
const OK: &str = "200";

/// Makes an API from its parts, or makes an API anew whose identifier is kept. Parts that are null are not known.
pub(crate) fn define(state: &mut State, id: Option<&str>, name: &str, parts: &Map<String, Value>) -> Answer<String> {
    let mut settings: RestApi = parts.get("api").map(read).transpose()?.unwrap_or_default();
    settings.name = Some(settings.name.filter(|name| !name.is_empty()).unwrap_or_else(|| name.to_owned()));
    let id = id.map_or_else(|| state.ids.id(10), str::to_owned);
    settings.id = Some(id.clone());
    settings.created_date = Some(state.ids.now());
    apis::fill(&mut settings);
    let mut api = Api::new(settings);

    for mut model in list::<Model>(parts, "models")? {
        model.id = Some(state.ids.id(6));
        api.models.insert(model.name.clone().unwrap_or_default(), model);
    }
    let validators = named(state, list::<RequestValidator>(parts, "requestValidators")?, &mut api.validators);
    let authorizers = named(state, list::<Authorizer>(parts, "authorizers")?, &mut api.authorizers);
    for response in list::<GatewayResponse>(parts, "gatewayResponses")? {
        let kind = response.response_type.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default();
        api.responses.insert(kind, response);
    }

    apis::ensure_root(&mut api, state);
    for resource in list::<Resource>(parts, "resources")? {
        let at = ensure_path(&mut api, state, resource.path.as_deref().unwrap_or("/"));
        for (verb, mut method) in resource.resource_methods.into_iter().flatten() {
            fill(&mut method, &verb, &at);
            method.request_validator_id = renamed(method.request_validator_id, &validators);
            method.authorizer_id = renamed(method.authorizer_id, &authorizers);
            api.resource_mut(&at)?.resource_methods.get_or_insert_default().insert(verb, method);
        }
    }
    if let Some(old) = state.apis.get_mut(&id) {
        (api.deployments, api.stages) = (std::mem::take(&mut old.deployments), std::mem::take(&mut old.stages));
    }
    state.apis.insert(id.clone(), api);
    Ok(id)
}

/// Deploys an API to a stage.
pub(crate) fn deploy(state: &mut State, api: &str, stage: &str) -> Answer<()> {
    let input = CreateDeployment::builder().rest_api_id(api).stage_name(stage).build();
    deployments::create_deployment(state, input).map(|_| ())
}

/// Makes what a call takes for given and is not there: the API with an identifier, a resource of it, a method of that. What
/// was made, in words.
pub(crate) fn surround(
    state: &mut State,
    api: &str,
    resource: Option<&str>,
    method: Option<&str>,
) -> Answer<Vec<String>> {
    let mut made = Vec::new();
    if !state.apis.contains_key(api) {
        let mut settings = RestApi::builder().id(api).name("example").created_date(state.ids.now()).build();
        apis::fill(&mut settings);
        let mut new = Api::new(settings);
        match resource {
            Some(root) => {
                new.resources.insert(root.to_owned(), Resource::builder().id(root).path("/").build());
                made.push(format!("API `{api}` with the resource `{root}`, which is `/`"));
            }
            None => made.push(format!("API `{api}`")),
        }
        apis::ensure_root(&mut new, state);
        state.apis.insert(api.to_owned(), new);
    }

    let Some(resource) = resource else { return Ok(made) };
    let found = state.api_mut(api)?;
    if !found.resources.contains_key(resource) {
        let parent = found.settings.root_resource_id.clone().unwrap_or_default();
        let new = Resource::builder().id(resource).parent_id(parent).path_part(resource).path(format!("/{resource}"));
        found.resources.insert(resource.to_owned(), new.build());
        made.push(format!("resource `{resource}`, which is `/{resource}`"));
    }

    let Some(method) = method else { return Ok(made) };
    let methods = found.resource_mut(resource)?.resource_methods.get_or_insert_default();
    if !methods.contains_key(method) {
        let mut new = Method::default();
        fill(&mut new, method, resource);
        methods.insert(method.to_owned(), new);
        made.push(format!("method `{method}`"));
    }
    Ok(made)
}

/// Gives a method the responses without which its integration has no answer. What was made, in words.
pub(crate) fn complete(state: &mut State, api: &str, resource: &str, method: &str) -> Answer<Vec<String>> {
    let found = state.api_mut(api)?.method_mut(resource, method)?;
    let mut made = Vec::new();
    let Some(integration) = &mut found.method_integration else { return Ok(made) };
    if matches!(integration.r#type, Some(IntegrationType::AwsProxy | IntegrationType::HttpProxy)) {
        return Ok(made);
    }
    let responses = integration.integration_responses.get_or_insert_default();
    if responses.is_empty() {
        responses.insert(OK.to_owned(), IntegrationResponse::builder().status_code(OK).build());
        made.push(format!("integration response `{OK}`"));
    }
    let responses = found.method_responses.get_or_insert_default();
    if responses.is_empty() {
        responses.insert(OK.to_owned(), MethodResponse::builder().status_code(OK).build());
        made.push(format!("method response `{OK}`"));
    }
    Ok(made)
}

/// What every method of a resource has.
fn fill(method: &mut Method, verb: &str, resource: &str) {
    method.http_method = Some(verb.into());
    method.authorization_type.get_or_insert_with(|| "NONE".to_owned());
    method.api_key_required.get_or_insert(false);
    if let Some(integration) = &mut method.method_integration {
        integrations::fill(integration, resource);
    }
}

/// The identifier of the resource with a path, which is made with those above it if it is not there.
fn ensure_path(api: &mut Api, state: &mut State, path: &str) -> String {
    let mut parent = api.settings.root_resource_id.clone().unwrap_or_default();
    let mut so_far = String::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        so_far.extend(["/", part]);
        let known = api.resources.iter().find(|(_, resource)| resource.path.as_ref() == Some(&so_far));
        let known = known.map(|(id, _)| id.clone());
        parent = known.unwrap_or_else(|| {
            let id = state.ids.id(6);
            let resource = Resource::builder().id(id.as_str()).parent_id(parent.as_str()).path_part(part);
            api.resources.insert(id.clone(), resource.path(so_far.as_str()).build());
            id
        });
    }
    parent
}

/// Objects that other parts name by what the file calls them. The identifiers that they get, by those names.
fn named<T: NamedPart>(state: &mut State, items: Vec<T>, kept: &mut BTreeMap<String, T>) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for mut item in items {
        let id = state.ids.id(6);
        for name in item.rename(&id) {
            ids.insert(name, id.clone());
        }
        kept.insert(id, item);
    }
    ids
}

/// What has an identifier and a name.
trait NamedPart {
    /// Gives it an identifier; what it was called until then.
    fn rename(&mut self, id: &str) -> Vec<String>;
}

impl NamedPart for RequestValidator {
    fn rename(&mut self, id: &str) -> Vec<String> {
        self.id.replace(id.to_owned()).into_iter().chain(self.name.clone()).collect()
    }
}

impl NamedPart for Authorizer {
    fn rename(&mut self, id: &str) -> Vec<String> {
        self.id.replace(id.to_owned()).into_iter().chain(self.name.clone()).collect()
    }
}

fn renamed(name: Option<String>, ids: &BTreeMap<String, String>) -> Option<String> {
    name.map(|name| ids.get(&name).cloned().unwrap_or(name))
}

fn list<T: DeserializeOwned>(parts: &Map<String, Value>, name: &str) -> Answer<Vec<T>> {
    parts.get(name).and_then(Value::as_array).into_iter().flatten().map(read).collect()
}

/// An object without the members that are not known.
fn read<T: DeserializeOwned>(value: &Value) -> Answer<T> {
    let read = serde_json::from_value(known(value.clone()));
    read.map_err(|error| ErrorReply::new("BadRequestException", format!("the definition cannot be used: {error}")))
}

fn known(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            object.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name, known(value))).collect()
        }
        Value::Array(items) => items.into_iter().filter(|item| !item.is_null()).map(known).collect(),
        other => other,
    }
}
