//! Request validators.

use apigw_model::server::ErrorReply;
use apigw_model::{
    CreateRequestValidator, DeleteRequestValidator, GetRequestValidator, GetRequestValidators, Nothing,
    RequestValidator, RequestValidators, UpdateRequestValidator,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, page, project};

/// What a validator is answered with that does not exist: a message that method calls have with another status.
fn unknown() -> ErrorReply {
    let error = refusal("validator-missing", &[]);
    ErrorReply::new("NotFoundException", error.message.unwrap_or_default())
}

pub(super) fn create_request_validator(state: &mut State, input: CreateRequestValidator) -> Answer<RequestValidator> {
    state.api_or(&input.rest_api_id, "rest-api-id-unknown")?;
    check_input(state, &input)?;
    let mut validator: RequestValidator = project(&input)?;
    let id = state.ids.id(6);
    validator.id = Some(id.clone());
    validator.validate_request_body.get_or_insert(false);
    validator.validate_request_parameters.get_or_insert(false);
    state.api_mut(&input.rest_api_id)?.validators.insert(id, validator.clone());
    Ok(validator)
}

fn find<'s>(state: &'s State, api: &str, id: &str) -> Answer<&'s RequestValidator> {
    state.apis.get(api).and_then(|api| api.validators.get(id)).ok_or_else(unknown)
}

pub(super) fn get_request_validator(state: &mut State, input: GetRequestValidator) -> Answer<RequestValidator> {
    find(state, &input.rest_api_id, &input.request_validator_id).cloned()
}

pub(super) fn get_request_validators(state: &mut State, input: GetRequestValidators) -> Answer<RequestValidators> {
    let all = state.api(&input.rest_api_id)?.validators.iter().map(|(id, validator)| (id.clone(), validator.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(RequestValidators::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_request_validator(state: &mut State, input: UpdateRequestValidator) -> Answer<RequestValidator> {
    let validator = find(state, &input.rest_api_id, &input.request_validator_id)?.clone();
    check_input(state, &input)?;
    let validator = patched(&validator, &input.patch_operations.unwrap_or_default())?;
    let api = state.api_mut(&input.rest_api_id)?;
    api.validators.insert(input.request_validator_id, validator.clone());
    Ok(validator)
}

pub(super) fn delete_request_validator(state: &mut State, input: DeleteRequestValidator) -> Answer<Nothing> {
    find(state, &input.rest_api_id, &input.request_validator_id)?;
    state.api_mut(&input.rest_api_id)?.validators.remove(&input.request_validator_id);
    Ok(Nothing)
}
