//! Authorizers.

use apigw_model::{
    Authorizer, AuthorizerType, Authorizers, CreateAuthorizer, DeleteAuthorizer, GetAuthorizer, GetAuthorizers,
    Nothing, UpdateAuthorizer,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, State, page, project};

pub(super) fn create_authorizer(state: &mut State, input: CreateAuthorizer) -> Answer<Authorizer> {
    state.api_or(&input.rest_api_id, "concurrent-modification")?;
    check_input(state, &input)?;
    let api = state.api(&input.rest_api_id)?;
    if api.authorizers.values().any(|other| other.name.as_deref() == Some(input.name.as_str())) {
        return Err(refusal("authorizer-exists", &[("name", &input.name)]));
    }
    let mut authorizer: Authorizer = project(&input)?;
    let id = state.ids.id(6);
    authorizer.id = Some(id.clone());
    let auth_type = match input.r#type {
        AuthorizerType::CognitoUserPools => "cognito_user_pools",
        _ => "custom",
    };
    authorizer.auth_type.get_or_insert_with(|| auth_type.to_owned());
    if input.r#type != AuthorizerType::CognitoUserPools {
        authorizer.authorizer_result_ttl_in_seconds.get_or_insert(300);
    }
    state.api_mut(&input.rest_api_id)?.authorizers.insert(id, authorizer.clone());
    Ok(authorizer)
}

fn find<'a>(api: &'a Api, id: &str) -> Answer<&'a Authorizer> {
    api.authorizers.get(id).ok_or_else(|| refusal("identifier-unknown", &[("kind", "Authorizer")]))
}

pub(super) fn get_authorizer(state: &mut State, input: GetAuthorizer) -> Answer<Authorizer> {
    find(state.api(&input.rest_api_id)?, &input.authorizer_id).cloned()
}

pub(super) fn get_authorizers(state: &mut State, input: GetAuthorizers) -> Answer<Authorizers> {
    let all = state.api(&input.rest_api_id)?.authorizers.iter().map(|(id, one)| (id.clone(), one.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(Authorizers::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_authorizer(state: &mut State, input: UpdateAuthorizer) -> Answer<Authorizer> {
    let authorizer = find(state.api(&input.rest_api_id)?, &input.authorizer_id)?.clone();
    check_input(state, &input)?;
    let authorizer = patched(&authorizer, &input.patch_operations.unwrap_or_default())?;
    let api = state.api_mut(&input.rest_api_id)?;
    api.authorizers.insert(input.authorizer_id, authorizer.clone());
    Ok(authorizer)
}

pub(super) fn delete_authorizer(state: &mut State, input: DeleteAuthorizer) -> Answer<Nothing> {
    let api = state.api_mut(&input.rest_api_id)?;
    let name = find(api, &input.authorizer_id)?.name.clone().unwrap_or_default();
    for resource in api.resources.values() {
        for (method, settings) in resource.resource_methods.iter().flatten() {
            if settings.authorizer_id.as_deref() == Some(input.authorizer_id.as_str()) {
                let place = format!("{}/{method}", resource.path.as_deref().unwrap_or_default());
                return Err(refusal("authorizer-in-use", &[("name", &name), ("method", &place)]));
            }
        }
    }
    api.authorizers.remove(&input.authorizer_id);
    Ok(Nothing)
}
