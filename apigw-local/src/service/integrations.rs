//! Integrations and their responses.

use apigw_model::{
    ConnectionType, DeleteIntegration, DeleteIntegrationResponse, GetIntegration, GetIntegrationResponse, Integration,
    IntegrationResponse, IntegrationType, Nothing, PassthroughBehavior, PutIntegration, PutIntegrationResponse,
    UpdateIntegration, UpdateIntegrationResponse,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, project};

/// What a call about an integration of an unknown API is answered with.
const UNKNOWN: &str = "resource-id-unknown";

/// How long a backend may take by default, in milliseconds.
const TIMEOUT: i32 = 29_000;

pub(super) fn put_integration(state: &mut State, input: PutIntegration) -> Answer<Integration> {
    state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    check_input(state, &input)?;

    let mut integration: Integration = project(&input)?;
    // The member of this name is that of the method in the input, and that of the backend in the integration.
    integration.http_method = input.integration_http_method;
    fill(&mut integration, &input.resource_id);
    let method = state.api_mut(&input.rest_api_id)?.method_mut(&input.resource_id, input.http_method.as_str())?;
    method.method_integration = Some(integration.clone());
    Ok(integration)
}

/// What every integration of a resource has.
pub(super) fn fill(integration: &mut Integration, resource_id: &str) {
    if integration.r#type == Some(IntegrationType::Mock) {
        integration.uri = None;
    }
    if matches!(integration.r#type, Some(IntegrationType::Http | IntegrationType::HttpProxy)) {
        integration.connection_type.get_or_insert(ConnectionType::Internet);
    }
    integration.passthrough_behavior.get_or_insert(PassthroughBehavior::WhenNoMatch);
    integration.timeout_in_millis.get_or_insert(TIMEOUT);
    integration.cache_namespace.get_or_insert_with(|| resource_id.to_owned());
    integration.cache_key_parameters.get_or_insert_default();
}

pub(super) fn get_integration(state: &mut State, input: GetIntegration) -> Answer<Integration> {
    let api = state.api_or(&input.rest_api_id, UNKNOWN)?;
    Ok(api.integration(&input.resource_id, input.http_method.as_str())?.clone())
}

pub(super) fn update_integration(state: &mut State, input: UpdateIntegration) -> Answer<Integration> {
    state.api_or(&input.rest_api_id, UNKNOWN)?.integration(&input.resource_id, input.http_method.as_str())?;
    check_input(state, &input)?;
    let api = state.api_mut(&input.rest_api_id)?;
    let integration = api.integration_mut(&input.resource_id, input.http_method.as_str())?;
    *integration = patched(integration, &input.patch_operations.unwrap_or_default())?;
    integration.cache_key_parameters.get_or_insert_default();
    Ok(integration.clone())
}

pub(super) fn delete_integration(state: &mut State, input: DeleteIntegration) -> Answer<Nothing> {
    let api = state.api_or_mut(&input.rest_api_id, UNKNOWN)?;
    api.integration(&input.resource_id, input.http_method.as_str())?;
    api.method_mut(&input.resource_id, input.http_method.as_str())?.method_integration = None;
    Ok(Nothing)
}

pub(super) fn put_integration_response(
    state: &mut State,
    input: PutIntegrationResponse,
) -> Answer<IntegrationResponse> {
    state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    check_input(state, &input)?;
    let response: IntegrationResponse = project(&input)?;
    let api = state.api_mut(&input.rest_api_id)?;
    let integration = api.integration_mut(&input.resource_id, input.http_method.as_str())?;
    integration.integration_responses.get_or_insert_default().insert(input.status_code, response.clone());
    Ok(response)
}

fn response_of<'i>(integration: &'i Integration, status: &str) -> Answer<&'i IntegrationResponse> {
    let response = integration.integration_responses.as_ref().and_then(|responses| responses.get(status));
    response.ok_or_else(|| refusal("response-code-unknown", &[]))
}

pub(super) fn get_integration_response(
    state: &mut State,
    input: GetIntegrationResponse,
) -> Answer<IntegrationResponse> {
    let api = state.api_or(&input.rest_api_id, UNKNOWN)?;
    response_of(api.integration(&input.resource_id, input.http_method.as_str())?, &input.status_code).cloned()
}

pub(super) fn update_integration_response(
    state: &mut State,
    input: UpdateIntegrationResponse,
) -> Answer<IntegrationResponse> {
    let api = state.api_or(&input.rest_api_id, UNKNOWN)?;
    let response =
        response_of(api.integration(&input.resource_id, input.http_method.as_str())?, &input.status_code)?.clone();
    check_input(state, &input)?;
    let response = patched(&response, &input.patch_operations.unwrap_or_default())?;
    let api = state.api_mut(&input.rest_api_id)?;
    let integration = api.integration_mut(&input.resource_id, input.http_method.as_str())?;
    integration.integration_responses.get_or_insert_default().insert(input.status_code, response.clone());
    Ok(response)
}

pub(super) fn delete_integration_response(state: &mut State, input: DeleteIntegrationResponse) -> Answer<Nothing> {
    let api = state.api_or_mut(&input.rest_api_id, UNKNOWN)?;
    let integration = api.integration_mut(&input.resource_id, input.http_method.as_str())?;
    response_of(integration, &input.status_code)?;
    if let Some(responses) = &mut integration.integration_responses {
        responses.remove(&input.status_code);
    }
    integration.integration_responses.take_if(|responses| responses.is_empty());
    Ok(Nothing)
}
