//! Methods of a document, with their integrations and responses.

use std::collections::BTreeMap;

use apigw_model::{Integration, IntegrationResponse, IntegrationType, Method, MethodResponse};
use serde_json::Value as Json;

use super::members::{object, text};
use crate::service::integrations;
use crate::store::Api;

/// The kind of authorization of a method that asks for none.
const NONE: &str = "NONE";

/// The identifiers that names of a document stand for.
#[derive(Debug)]
pub(super) struct Names {
    authorizers: BTreeMap<String, String>,
    validators: BTreeMap<String, String>,
}

impl Names {
    /// Those of an API.
    pub(super) fn new(api: &Api) -> Self {
        let authorizers = api.authorizers.iter().filter_map(|(id, one)| Some((one.name.clone()?, id.clone())));
        let validators = api.validators.iter().filter_map(|(id, one)| Some((one.name.clone()?, id.clone())));
        Self { authorizers: authorizers.collect(), validators: validators.collect() }
    }
}

/// A method of a resource.
pub(super) fn method(name: &str, part: &Json, resource_id: &str, names: &Names) -> Method {
    let mut plain = part.clone();
    let integration = plain.as_object_mut().and_then(|members| members.remove("methodIntegration"));
    let responses = plain.as_object_mut().and_then(|members| members.remove("methodResponses"));

    let mut method: Method = object(&plain).unwrap_or_default();
    method.http_method = Some(name.into());
    method.authorizer_id = method.authorizer_id.and_then(|name| names.authorizers.get(&name).cloned());
    method.request_validator_id = method.request_validator_id.and_then(|name| names.validators.get(&name).cloned());
    method.api_key_required.get_or_insert(false);
    method.authorization_type.get_or_insert_with(|| NONE.to_owned());
    method.request_parameters.take_if(|parameters| parameters.is_empty());
    method.request_models.take_if(|models| models.is_empty());

    let responses = responses.as_ref().and_then(Json::as_object).into_iter().flatten();
    let responses: BTreeMap<String, MethodResponse> = responses
        .filter_map(|(status, part)| {
            let mut response: MethodResponse = object(part)?;
            response.response_parameters.take_if(|parameters| parameters.is_empty());
            Some((status.clone(), response))
        })
        .collect();
    method.method_responses = Some(responses).filter(|responses| !responses.is_empty());
    method.method_integration = integration.and_then(|part| self::integration(&part, resource_id));
    method
}

fn integration(part: &Json, resource_id: &str) -> Option<Integration> {
    let mut plain = part.clone();
    let responses = plain.as_object_mut().and_then(|members| members.remove("integrationResponses"));

    let mut integration: Integration = object(&plain)?;
    if integration.r#type == Some(IntegrationType::Mock) {
        integration.http_method = None;
    }
    integration.request_parameters.take_if(|parameters| parameters.is_empty());
    integration.request_templates.take_if(|templates| templates.is_empty());
    integrations::fill(&mut integration, resource_id);

    let responses = responses.as_ref().and_then(Json::as_object).into_iter().flat_map(|responses| responses.values());
    let responses: BTreeMap<String, IntegrationResponse> = responses
        .filter_map(|part| {
            let mut response: IntegrationResponse = object(part)?;
            response.response_parameters.take_if(|parameters| parameters.is_empty());
            response.response_templates.take_if(|templates| templates.is_empty());
            Some((text(part, "statusCode").to_owned(), response)).filter(|(status, _)| !status.is_empty())
        })
        .collect();
    integration.integration_responses = Some(responses).filter(|responses| !responses.is_empty());
    Some(integration)
}
