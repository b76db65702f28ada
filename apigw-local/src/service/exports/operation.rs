//! Methods as operations.

use std::collections::{BTreeMap, BTreeSet};

use apigw_model::{Method, MethodResponse, Resource};
use serde_json::{Map, Value as Json, json};

use super::Export;
use super::integration::exported_integration;
use super::options::Version;
use super::order::hashed;

/// The content type whose model stands for a response of version 2, which has one.
const PREFERRED: &str = "application/json";

/// The places of parameters in requests, and in documents.
const PLACES: [(&str, &str); 3] =
    [("method.request.path.", "path"), ("method.request.querystring.", "query"), ("method.request.header.", "header")];

/// Models by content types.
type Models = Option<BTreeMap<String, String>>;

impl Export<'_> {
    /// A method as an operation.
    pub(super) fn operation(&self, resource: &Resource, method: &Method) -> Json {
        let mut operation = Map::new();
        if let Some(name) = &method.operation_name {
            operation.insert("operationId".to_owned(), name.as_str().into());
        }
        if self.options.version == Version::Swagger {
            add_content_types(&mut operation, method);
        }
        let parameters = self.parameters(method);
        if !parameters.is_empty() {
            operation.insert("parameters".to_owned(), parameters.into());
        }
        if self.options.version == Version::OpenApi3
            && let Some(content) = self.content(&method.request_models)
        {
            operation.insert("requestBody".to_owned(), json!({"content": content, "required": true}));
        }

        let responses = method.method_responses.iter().flatten();
        let responses = responses.map(|(status, response)| (status.clone(), self.response(status, response)));
        operation.insert("responses".to_owned(), Json::Object(responses.collect()));
        let security = self.security(method);
        if !security.is_empty() {
            operation.insert("security".to_owned(), security.into());
        }
        if self.options.has_gateway {
            let validator = method.request_validator_id.as_ref().and_then(|id| self.snapshot.validators.get(id));
            if let Some(name) = validator.and_then(|validator| validator.name.as_deref()) {
                operation.insert("x-amazon-apigateway-request-validator".to_owned(), name.into());
            }
            if let Some(integration) = &method.method_integration {
                let id = resource.id.as_deref().unwrap_or_default();
                operation.insert("x-amazon-apigateway-integration".to_owned(), exported_integration(integration, id));
            }
        }
        Json::Object(operation)
    }

    fn parameters(&self, method: &Method) -> Vec<Json> {
        let declared = hashed(method.request_parameters.iter().flatten(), |(name, _)| name);
        let is_version_2 = self.options.version == Version::Swagger;
        let parameter = |(key, required): (&String, &bool)| {
            let (name, place) = PLACES.iter().find_map(|(prefix, place)| Some((key.strip_prefix(prefix)?, place)))?;
            let mut parameter = Map::new();
            parameter.insert("name".to_owned(), name.into());
            parameter.insert("in".to_owned(), (*place).into());
            if is_version_2 || *required {
                parameter.insert("required".to_owned(), (*required).into());
            }
            if is_version_2 {
                parameter.insert("type".to_owned(), "string".into());
            } else {
                parameter.insert("schema".to_owned(), json!({"type": "string"}));
            }
            Some(Json::Object(parameter))
        };
        let mut parameters: Vec<Json> = declared.into_iter().filter_map(parameter).collect();
        if is_version_2 && let Some(model) = preferred(&method.request_models) {
            let schema = self.reference(model);
            parameters.push(json!({"in": "body", "name": model, "required": true, "schema": schema}));
        }
        parameters
    }

    fn response(&self, status: &str, response: &MethodResponse) -> Json {
        let mut shown = Map::new();
        shown.insert("description".to_owned(), format!("{status} response").into());
        let is_version_2 = self.options.version == Version::Swagger;
        if is_version_2 && let Some(model) = preferred(&response.response_models) {
            shown.insert("schema".to_owned(), self.reference(model));
        }

        let names = response.response_parameters.iter().flatten();
        let names = names.filter_map(|(key, _)| key.strip_prefix("method.response.header."));
        let header = if is_version_2 { json!({"type": "string"}) } else { json!({"schema": {"type": "string"}}) };
        let headers = hashed(names, |name| name).into_iter().map(|name| (name.to_owned(), header.clone()));
        let headers: Map<String, Json> = headers.collect();
        if !headers.is_empty() {
            shown.insert("headers".to_owned(), Json::Object(headers));
        }
        if !is_version_2 {
            let content = self.content(&response.response_models).unwrap_or_else(|| json!({}));
            shown.insert("content".to_owned(), content);
        }
        Json::Object(shown)
    }

    fn content(&self, models: &Models) -> Option<Json> {
        let models = models.as_ref().filter(|models| !models.is_empty())?;
        let content =
            models.iter().map(|(content_type, model)| (content_type.clone(), json!({"schema": self.reference(model)})));
        Some(Json::Object(content.collect()))
    }

    fn reference(&self, model: &str) -> Json {
        json!({"$ref": format!("{}{model}", self.options.version.schemas())})
    }
}

/// The model of the content type that stands for all.
fn preferred(models: &Models) -> Option<&String> {
    let models = models.as_ref()?;
    models.get(PREFERRED).or_else(|| models.values().next())
}

/// Adds the content types that a method takes and gives: those of its models and of its templates.
fn add_content_types(operation: &mut Map<String, Json>, method: &Method) {
    let integration = method.method_integration.as_ref();
    let mut consumes: BTreeSet<String> = keys(&method.request_models).collect();
    consumes.extend(integration.into_iter().flat_map(|integration| keys(&integration.request_templates)));

    let mut produces = BTreeSet::new();
    for response in method.method_responses.iter().flatten().map(|(_, response)| response) {
        produces.extend(keys(&response.response_models));
    }
    let responses = integration.and_then(|integration| integration.integration_responses.as_ref());
    for response in responses.into_iter().flatten().map(|(_, response)| response) {
        produces.extend(keys(&response.response_templates));
    }
    for (name, types) in [("consumes", consumes), ("produces", produces)] {
        if !types.is_empty() {
            operation.insert(name.to_owned(), types.into_iter().collect());
        }
    }
}

/// The content types of a map by them.
fn keys(map: &Models) -> impl Iterator<Item = String> {
    map.iter().flatten().map(|(name, _)| name.clone())
}
