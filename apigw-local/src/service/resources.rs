//! Resources: the tree of paths.

use std::collections::BTreeMap;

use apigw_model::{
    CreateResource, DeleteResource, GetResource, GetResources, Method, Nothing, Op, Resource, Resources, UpdateResource,
};

use crate::check::check_input;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, State, page};

pub(super) fn create_resource(state: &mut State, input: CreateResource) -> Answer<Resource> {
    state.api_or(&input.rest_api_id, "resource-id-unknown")?.resource(&input.parent_id)?;
    check_input(state, &input)?;
    let id = state.ids.id(6);
    let api = state.api_mut(&input.rest_api_id)?;
    let path = path_below(api.resource(&input.parent_id)?, &input.path_part);
    let resource = Resource::builder().id(id.as_str()).parent_id(input.parent_id).path_part(input.path_part);
    let resource = resource.path(path).build();
    api.resources.insert(id, resource.clone());
    Ok(resource)
}

fn path_below(parent: &Resource, part: &str) -> String {
    let parent = parent.path.as_deref().unwrap_or("/").trim_end_matches('/');
    format!("{parent}/{part}")
}

pub(super) fn get_resource(state: &mut State, input: GetResource) -> Answer<Resource> {
    let api = state.api_or(&input.rest_api_id, "resource-id-unknown")?;
    Ok(shown(api.resource(&input.resource_id)?, input.embed.as_deref()))
}

pub(super) fn get_resources(state: &mut State, input: GetResources) -> Answer<Resources> {
    let api = state.api(&input.rest_api_id)?;
    let all = api.resources.iter().map(|(id, resource)| (id.clone(), shown(resource, input.embed.as_deref())));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(Resources::builder().items(items).maybe_position(position).build())
}

/// A resource as it is shown: of its methods only which there are, unless they are embedded.
fn shown(resource: &Resource, embed: Option<&[String]>) -> Resource {
    let mut resource = resource.clone();
    let embeds = embed.is_some_and(|embed| embed.iter().any(|what| what == "methods"));
    if !embeds && let Some(methods) = &mut resource.resource_methods {
        for method in methods.values_mut() {
            *method = Method::default();
        }
    }
    resource
}

pub(super) fn update_resource(state: &mut State, input: UpdateResource) -> Answer<Resource> {
    state.api_or(&input.rest_api_id, "resource-id-unknown")?.resource(&input.resource_id)?;
    let operations = input.patch_operations.as_deref().unwrap_or_default();
    let api = state.api(&input.rest_api_id)?;
    for operation in operations {
        // What the new parent is, is looked up before anything else is checked of it.
        let parent = operation.value.as_deref().filter(|_| operation.path.as_deref() == Some("/parentId"));
        if let (Some(parent), Some(Op::Replace)) = (parent, &operation.op) {
            api.resource(parent)?;
        }
    }
    check_input(state, &input)?;

    let api = state.api_mut(&input.rest_api_id)?;
    let mut resource = api.resource(&input.resource_id)?.clone();
    for operation in operations {
        match operation.path.as_deref() {
            Some("/pathPart") => resource.path_part.clone_from(&operation.value),
            Some("/parentId") => resource.parent_id.clone_from(&operation.value),
            _ => {}
        }
    }
    is_free(api, &resource)?;
    api.resources.insert(input.resource_id.clone(), resource);
    renew_paths(api);
    Ok(shown(api.resource(&input.resource_id)?, None))
}

/// Whether the place of a resource is free among its siblings, and not below itself.
fn is_free(api: &Api, resource: &Resource) -> Answer<()> {
    let same = |other: &Resource| {
        other.id != resource.id && other.parent_id == resource.parent_id && other.path_part == resource.path_part
    };
    if resource.parent_id.is_some() && api.resources.values().any(same) {
        return Err(refusal("resource-name-exists", &[("name", resource.path_part.as_deref().unwrap_or_default())]));
    }
    let mut above = resource.parent_id.as_ref();
    while let Some(id) = above {
        if Some(id) == resource.id.as_ref() {
            return Err(refusal("resource-cycle", &[]));
        }
        above = api.resources.get(id).and_then(|parent| parent.parent_id.as_ref());
    }
    Ok(())
}

/// Sets the paths of all resources by the tree.
fn renew_paths(api: &mut Api) {
    let mut paths: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Vec<(String, String)> = Vec::new();
    open.extend(api.settings.root_resource_id.clone().map(|root| (root, "/".to_owned())));
    while let Some((id, path)) = open.pop() {
        for (child, resource) in &api.resources {
            if resource.parent_id.as_ref() == Some(&id) {
                let part = resource.path_part.as_deref().unwrap_or_default();
                open.push((child.clone(), format!("{}/{part}", path.trim_end_matches('/'))));
            }
        }
        paths.insert(id, path);
    }
    for (id, resource) in &mut api.resources {
        resource.path = paths.remove(id).or_else(|| resource.path.take());
    }
}

pub(super) fn delete_resource(state: &mut State, input: DeleteResource) -> Answer<Nothing> {
    state.api_or(&input.rest_api_id, "resource-id-unknown")?.resource(&input.resource_id)?;
    check_input(state, &input)?;
    let api = state.api_mut(&input.rest_api_id)?;
    let mut gone = vec![input.resource_id];
    while let Some(id) = gone.pop() {
        api.resources.remove(&id);
        let below = api.resources.iter().filter(|(_, resource)| resource.parent_id.as_ref() == Some(&id));
        gone.extend(below.map(|(id, _)| id.clone()).collect::<Vec<_>>());
    }
    Ok(Nothing)
}
