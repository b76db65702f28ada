//! The parts of a document that are no resources.

use std::collections::BTreeMap;

use apigw_lint::ImportDocument;
use apigw_model::{Authorizer, AuthorizerType, GatewayResponse, Model, RequestValidator, RestApi};

use super::members::{object, text};
use super::options::ImportOptions;
use super::schema::stored_schema;
use crate::refusal::Answer;
use crate::service::{apis, documentation, gateway_responses};
use crate::store::{Api, Ids, State};

/// The identifiers of the resources that an API had, by their paths.
pub(super) type KnownPaths = BTreeMap<String, String>;

/// Puts the parts into an API, and gives the identifiers that its resources had.
pub(super) fn put_parts(
    state: &mut State,
    id: &str,
    document: &ImportDocument,
    options: &ImportOptions,
    overwrites: bool,
) -> Answer<KnownPaths> {
    let mut ids = state.ids.clone();
    let api = state.api_mut(id)?;
    let before = api.clone();
    let paths = before.resources.iter().filter_map(|(id, resource)| Some((resource.path.clone()?, id.clone())));
    if overwrites {
        clear(api, options);
    }

    put_settings(api, document, options);
    put_models(api, &before, document, &mut ids);
    put_validators(api, &before, document, &mut ids);
    put_authorizers(api, &before, document, &mut ids);
    put_gateway_responses(api, document);
    put_documentation(api, document, options, &mut ids);
    state.ids = ids;
    Ok(paths.collect())
}

/// Empties an API, but for what belongs to no document.
fn clear(api: &mut Api, options: &ImportOptions) {
    let before = std::mem::take(&mut api.settings);
    api.settings.id = before.id;
    api.settings.created_date = before.created_date;
    api.settings.tags = before.tags;
    api.settings.root_resource_id = before.root_resource_id;
    api.settings.endpoint_configuration = before.endpoint_configuration;
    api.resources.retain(|_, resource| resource.parent_id.is_none());
    api.resources.values_mut().for_each(|root| root.resource_methods = None);
    api.models.clear();
    api.validators.clear();
    api.authorizers.clear();
    api.responses.clear();
    if !options.ignores_documentation {
        api.parts.clear();
    }
}

fn put_settings(api: &mut Api, document: &ImportDocument, options: &ImportOptions) {
    let given: RestApi = object(&document.settings.clone().into()).unwrap_or_default();
    let settings = &mut api.settings;
    settings.name = given.name.or(settings.name.take());
    settings.description = given.description.filter(|text| !text.is_empty()).or(settings.description.take());
    settings.version = given.version.or(settings.version.take());
    settings.minimum_compression_size = given.minimum_compression_size.or(settings.minimum_compression_size);
    settings.api_key_source = given.api_key_source.or(settings.api_key_source.take());
    settings.policy = given.policy.or(settings.policy.take());
    settings.disable_execute_api_endpoint =
        given.disable_execute_api_endpoint.or(settings.disable_execute_api_endpoint);
    for media_type in given.binary_media_types.into_iter().flatten() {
        let types = settings.binary_media_types.get_or_insert_default();
        // Some tools write the types as paths of patches have them.
        let media_type = media_type.replace("~1", "/");
        if !types.contains(&media_type) {
            types.push(media_type);
        }
    }

    let endpoints = given.endpoint_configuration.and_then(|given| given.vpc_endpoint_ids);
    if endpoints.is_some() || !options.endpoint_types.is_empty() {
        let configuration = settings.endpoint_configuration.get_or_insert_default();
        if !options.endpoint_types.is_empty() && configuration.types.as_ref() != Some(&options.endpoint_types) {
            configuration.types = Some(options.endpoint_types.clone());
            configuration.ip_address_type = None;
        }
        configuration.vpc_endpoint_ids = endpoints.or(configuration.vpc_endpoint_ids.take());
    }
    apis::fill(settings);
}

/// The identifier of a part: the one that a part of the same name had, or a new one.
fn identifier(known: Option<&String>, ids: &mut Ids) -> String {
    known.cloned().unwrap_or_else(|| ids.id(6))
}

fn put_models(api: &mut Api, before: &Api, document: &ImportDocument, ids: &mut Ids) {
    let api_id = api.settings.id.clone().unwrap_or_default();
    for part in &document.models {
        let Some(mut model) = object::<Model>(part) else { continue };
        let name = text(part, "name").to_owned();
        model.id = Some(identifier(before.models.get(&name).and_then(|model| model.id.as_ref()), ids));
        model.schema = model.schema.map(|schema| stored_schema(&schema, &api_id));
        api.models.insert(name, model);
    }
}

fn put_validators(api: &mut Api, before: &Api, document: &ImportDocument, ids: &mut Ids) {
    for part in &document.validators {
        let Some(mut validator) = object::<RequestValidator>(part) else { continue };
        let same = before.validators.iter().find(|(_, known)| known.name == validator.name);
        let id = identifier(same.map(|(id, _)| id), ids);
        validator.id = Some(id.clone());
        validator.validate_request_body.get_or_insert(false);
        validator.validate_request_parameters.get_or_insert(false);
        api.validators.insert(id, validator);
    }
}

fn put_authorizers(api: &mut Api, before: &Api, document: &ImportDocument, ids: &mut Ids) {
    for part in &document.authorizers {
        let Some(mut authorizer) = object::<Authorizer>(part) else { continue };
        let same = before.authorizers.iter().find(|(_, known)| known.name == authorizer.name);
        let id = identifier(same.map(|(id, _)| id), ids);
        authorizer.id = Some(id.clone());
        let auth_type = match authorizer.r#type {
            Some(AuthorizerType::CognitoUserPools) => "cognito_user_pools",
            _ => "custom",
        };
        authorizer.auth_type.get_or_insert_with(|| auth_type.to_owned());
        if authorizer.r#type == Some(AuthorizerType::Request) {
            authorizer.authorizer_result_ttl_in_seconds.get_or_insert(300);
        }
        authorizer.authorizer_credentials.take_if(|credentials| credentials.is_empty());
        api.authorizers.insert(id, authorizer);
    }
}

fn put_gateway_responses(api: &mut Api, document: &ImportDocument) {
    for part in &document.fault_responses {
        let Some(mut response) = object::<GatewayResponse>(part) else { continue };
        response.default_response = Some(false);
        gateway_responses::fill(&mut response);
        api.responses.insert(text(part, "responseType").to_owned(), response);
    }
}

fn put_documentation(api: &mut Api, document: &ImportDocument, options: &ImportOptions, ids: &mut Ids) {
    let Some(given) = document.documentation.as_ref().filter(|_| !options.ignores_documentation) else { return };
    let parts = documentation::parts_of(given);
    let version = text(given, "version");
    if !version.is_empty() && !api.versions.contains_key(version) {
        let made = apigw_model::DocumentationVersion::builder().version(version).created_date(ids.now());
        let description = given.get("description").and_then(serde_json::Value::as_str).map(str::to_owned);
        api.versions.insert(version.to_owned(), made.maybe_description(description).build());
    }
    documentation::add_parts(api, parts, ids);
}
