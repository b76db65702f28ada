//! Methods and their responses.

use apigw_model::{
    DeleteMethod, DeleteMethodResponse, GetMethod, GetMethodResponse, Method, MethodResponse, Nothing, PutMethod,
    PutMethodResponse, UpdateMethod, UpdateMethodResponse,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, project};

/// What a call about a method of an unknown API is answered with.
const UNKNOWN: &str = "resource-id-unknown";

pub(super) fn put_method(state: &mut State, input: PutMethod) -> Answer<Method> {
    let api = state.api_or(&input.rest_api_id, UNKNOWN)?;
    let resource = api.resource(&input.resource_id)?;
    let exists =
        resource.resource_methods.as_ref().is_some_and(|methods| methods.contains_key(input.http_method.as_str()));
    check_input(state, &input)?;
    if exists {
        return Err(refusal("method-exists", &[]));
    }

    let mut method: Method = project(&input)?;
    method.api_key_required.get_or_insert(false);
    let resource = state.api_mut(&input.rest_api_id)?.resource_mut(&input.resource_id)?;
    resource.resource_methods.get_or_insert_default().insert(input.http_method.as_str().to_owned(), method.clone());
    Ok(method)
}

pub(super) fn get_method(state: &mut State, input: GetMethod) -> Answer<Method> {
    let api = state.api_or(&input.rest_api_id, UNKNOWN)?;
    Ok(api.method(&input.resource_id, input.http_method.as_str())?.clone())
}

pub(super) fn update_method(state: &mut State, input: UpdateMethod) -> Answer<Method> {
    state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    check_input(state, &input)?;
    let method = state.api_mut(&input.rest_api_id)?.method_mut(&input.resource_id, input.http_method.as_str())?;
    *method = patched(method, &input.patch_operations.unwrap_or_default())?;
    Ok(method.clone())
}

pub(super) fn delete_method(state: &mut State, input: DeleteMethod) -> Answer<Nothing> {
    let api = state.api_or_mut(&input.rest_api_id, UNKNOWN)?;
    api.method(&input.resource_id, input.http_method.as_str())?;
    let resource = api.resource_mut(&input.resource_id)?;
    if let Some(methods) = &mut resource.resource_methods {
        methods.remove(input.http_method.as_str());
    }
    resource.resource_methods.take_if(|methods| methods.is_empty());
    Ok(Nothing)
}

pub(super) fn put_method_response(state: &mut State, input: PutMethodResponse) -> Answer<MethodResponse> {
    let method = state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    let exists = method.method_responses.as_ref().is_some_and(|responses| responses.contains_key(&input.status_code));
    check_input(state, &input)?;
    if exists {
        return Err(refusal("method-response-exists", &[]));
    }
    let response: MethodResponse = project(&input)?;
    let method = state.api_mut(&input.rest_api_id)?.method_mut(&input.resource_id, input.http_method.as_str())?;
    method.method_responses.get_or_insert_default().insert(input.status_code, response.clone());
    Ok(response)
}

fn response_of<'m>(method: &'m Method, status: &str) -> Answer<&'m MethodResponse> {
    let response = method.method_responses.as_ref().and_then(|responses| responses.get(status));
    response.ok_or_else(|| refusal("response-code-unknown", &[]))
}

pub(super) fn get_method_response(state: &mut State, input: GetMethodResponse) -> Answer<MethodResponse> {
    let method = state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    response_of(method, &input.status_code).cloned()
}

pub(super) fn update_method_response(state: &mut State, input: UpdateMethodResponse) -> Answer<MethodResponse> {
    let method = state.api_or(&input.rest_api_id, UNKNOWN)?.method(&input.resource_id, input.http_method.as_str())?;
    let response = response_of(method, &input.status_code)?.clone();
    check_input(state, &input)?;
    let response = patched(&response, &input.patch_operations.unwrap_or_default())?;
    let method = state.api_mut(&input.rest_api_id)?.method_mut(&input.resource_id, input.http_method.as_str())?;
    method.method_responses.get_or_insert_default().insert(input.status_code, response.clone());
    Ok(response)
}

pub(super) fn delete_method_response(state: &mut State, input: DeleteMethodResponse) -> Answer<Nothing> {
    let api = state.api_or_mut(&input.rest_api_id, UNKNOWN)?;
    let method = api.method_mut(&input.resource_id, input.http_method.as_str())?;
    response_of(method, &input.status_code)?;
    if let Some(responses) = &mut method.method_responses {
        responses.remove(&input.status_code);
    }
    method.method_responses.take_if(|responses| responses.is_empty());
    Ok(Nothing)
}
