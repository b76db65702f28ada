//! The extensions of a document as a whole.

use apigw_model::ApiKeySourceType;
use serde_json::{Map, Value as Json, json};

use crate::store::{Api, Snapshot, to_json};

/// Adds what the service has of its own.
pub(super) fn add_extensions(document: &mut Map<String, Json>, snapshot: &Snapshot) {
    let mut add = |name: &str, value: Json| {
        document.insert(format!("x-amazon-apigateway-{name}"), value);
    };
    let settings = &snapshot.settings;
    if !snapshot.validators.is_empty() {
        let validators = snapshot.validators.values().map(|validator| {
            let checks = json!({
                "validateRequestBody": validator.validate_request_body == Some(true),
                "validateRequestParameters": validator.validate_request_parameters == Some(true),
            });
            (validator.name.clone().unwrap_or_default(), checks)
        });
        add("request-validators", Json::Object(validators.collect()));
    }
    if !snapshot.responses.is_empty() {
        let responses = snapshot.responses.iter().map(|(name, response)| {
            let mut members = to_json(response).unwrap_or_default();
            members.retain(|name, value| {
                let is_empty = value.as_object().is_some_and(Map::is_empty);
                !matches!(name.as_str(), "responseType" | "defaultResponse") && !is_empty
            });
            (name.clone(), Json::Object(members))
        });
        add("gateway-responses", Json::Object(responses.collect()));
    }

    if let Some(types) = settings.binary_media_types.as_ref().filter(|types| !types.is_empty()) {
        add("binary-media-types", json!(types));
    }
    if let Some(size) = settings.minimum_compression_size {
        add("minimum-compression-size", size.into());
    }
    if let Some(ApiKeySourceType::Authorizer) = &settings.api_key_source {
        add("api-key-source", ApiKeySourceType::Authorizer.as_str().into());
    }
    if let Some(policy) = &settings.policy {
        add("policy", serde_json::from_str(policy).unwrap_or_else(|_| policy.as_str().into()));
    }
    let mut endpoint = Map::new();
    let endpoints = settings.endpoint_configuration.as_ref().and_then(|one| one.vpc_endpoint_ids.as_ref());
    if let Some(endpoints) = endpoints.filter(|endpoints| !endpoints.is_empty()) {
        endpoint.insert("vpcEndpointIds".to_owned(), json!(endpoints));
    }
    if settings.disable_execute_api_endpoint == Some(true) {
        endpoint.insert("disableExecuteApiEndpoint".to_owned(), true.into());
    }
    if !endpoint.is_empty() {
        add("endpoint-configuration", Json::Object(endpoint));
    }
}

/// Adds the documentation of an API, with its version on the stage.
pub(super) fn add_documentation(document: &mut Json, api: &Api, version: Option<&str>) {
    let parts = api.parts.values().map(|part| {
        let location = part
            .location
            .as_ref()
            .and_then(to_json)
            .map(|members| Json::Object(members.into_iter().filter(|(_, value)| !value.is_null()).collect()));
        let properties = part.properties.as_deref().unwrap_or_default();
        let properties = serde_json::from_str(properties).unwrap_or_else(|_| Json::from(properties));
        json!({"location": location, "properties": properties})
    });
    let mut documentation = Map::new();
    if let Some(version) = version {
        documentation.insert("version".to_owned(), version.into());
    }
    documentation.insert("documentationParts".to_owned(), parts.collect());
    if let Some(members) = document.as_object_mut() {
        members.insert("x-amazon-apigateway-documentation".to_owned(), Json::Object(documentation));
    }
}
