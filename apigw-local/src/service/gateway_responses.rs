//! Gateway responses: what answers calls that end early. Types that are not set have what the defaults say.

use std::collections::BTreeMap;

use apigw_model::{
    DeleteGatewayResponse, GatewayResponse, GatewayResponseType, GatewayResponses, GetGatewayResponse,
    GetGatewayResponses, Nothing, Op, PatchOperation, PutGatewayResponse, UpdateGatewayResponse,
};

use crate::check::check_input;
use crate::patch::{patched, segments};
use crate::refusal::{Answer, refusal};
use crate::store::{Api, State, page, project};

/// The template that every type has by default.
const TEMPLATE: (&str, &str) = ("application/json", "{\"message\":$context.error.messageString}");

/// The status that a type has by default; those of whole classes have none.
fn default_status(response_type: &GatewayResponseType) -> Option<&'static str> {
    use GatewayResponseType as Type;
    Some(match response_type {
        Type::Default4xx | Type::Default5xx => return None,
        Type::BadRequestBody | Type::BadRequestParameters => "400",
        Type::Unauthorized => "401",
        Type::ResourceNotFound => "404",
        Type::RequestTooLarge => "413",
        Type::UnsupportedMediaType => "415",
        Type::Throttled | Type::QuotaExceeded => "429",
        Type::AuthorizerFailure | Type::AuthorizerConfigurationError | Type::ApiConfigurationError => "500",
        Type::IntegrationFailure | Type::IntegrationTimeout => "504",
        _ => "403",
    })
}

/// The response of a type: the one that was set, or what the defaults say.
fn response(api: &Api, response_type: &GatewayResponseType) -> GatewayResponse {
    if let Some(set) = api.responses.get(response_type.as_str()) {
        return set.clone();
    }
    let status = default_status(response_type);
    let class = match status {
        Some(status) if status.starts_with('5') => Some(GatewayResponseType::Default5xx),
        Some(_) => Some(GatewayResponseType::Default4xx),
        None => None,
    };
    let of_class = class.and_then(|class| api.responses.get(class.as_str()));
    let mut response = of_class.cloned().unwrap_or_default();
    if response.status_code.is_none() {
        response.status_code = status.map(str::to_owned);
    }
    response.response_type = Some(response_type.clone());
    response.default_response = Some(true);
    fill(&mut response);
    response
}

/// What every gateway response has.
pub(super) fn fill(response: &mut GatewayResponse) {
    response.response_parameters.get_or_insert_default();
    let templates = response.response_templates.get_or_insert_default();
    if templates.is_empty() {
        *templates = BTreeMap::from([(TEMPLATE.0.to_owned(), TEMPLATE.1.to_owned())]);
    }
    if response.status_code.is_none() {
        let status = response.response_type.as_ref().and_then(default_status);
        response.status_code = status.map(str::to_owned);
    }
}

pub(super) fn put_gateway_response(state: &mut State, input: PutGatewayResponse) -> Answer<GatewayResponse> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let mut response: GatewayResponse = project(&input)?;
    response.default_response = Some(false);
    fill(&mut response);
    let api = state.api_mut(&input.rest_api_id)?;
    api.responses.insert(input.response_type.as_str().to_owned(), response.clone());
    Ok(response)
}

pub(super) fn get_gateway_response(state: &mut State, input: GetGatewayResponse) -> Answer<GatewayResponse> {
    Ok(response(state.api(&input.rest_api_id)?, &input.response_type))
}

pub(super) fn get_gateway_responses(state: &mut State, input: GetGatewayResponses) -> Answer<GatewayResponses> {
    let api = state.api(&input.rest_api_id)?;
    let mut all: Vec<(String, GatewayResponse)> =
        GatewayResponseType::ALL.iter().map(|one| (one.as_str().to_owned(), response(api, one))).collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (items, position) = page(all.into_iter(), input.position.as_deref(), input.limit)?;
    Ok(GatewayResponses::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_gateway_response(state: &mut State, input: UpdateGatewayResponse) -> Answer<GatewayResponse> {
    let current = response(state.api(&input.rest_api_id)?, &input.response_type);
    check_input(state, &input)?;
    for operation in input.patch_operations.iter().flatten() {
        has_target(&current, operation)?;
    }
    let mut changed = patched(&current, &input.patch_operations.unwrap_or_default())?;
    changed.default_response = Some(false);
    fill(&mut changed);
    let api = state.api_mut(&input.rest_api_id)?;
    api.responses.insert(input.response_type.as_str().to_owned(), changed.clone());
    Ok(changed)
}

/// What is replaced or removed has to be there, in a response that was not set too.
fn has_target(response: &GatewayResponse, operation: &PatchOperation) -> Answer<()> {
    if !matches!(operation.op, Some(Op::Replace | Op::Remove)) {
        return Ok(());
    }
    let path = segments(operation.path.as_deref().unwrap_or_default());
    let [map, name] = path.as_slice() else { return Ok(()) };
    let (entries, error) = match map.as_str() {
        "responseParameters" => (&response.response_parameters, "parameter-name-missing"),
        "responseTemplates" => (&response.response_templates, "content-type-missing"),
        _ => return Ok(()),
    };
    let is_there = entries.as_ref().is_some_and(|entries| entries.contains_key(name));
    if is_there { Ok(()) } else { Err(refusal(error, &[])) }
}

pub(super) fn delete_gateway_response(state: &mut State, input: DeleteGatewayResponse) -> Answer<Nothing> {
    let api = state.api_mut(&input.rest_api_id)?;
    let gone = api.responses.remove(input.response_type.as_str());
    gone.map(|_| Nothing).ok_or_else(|| refusal("gateway-response-unset", &[]))
}
