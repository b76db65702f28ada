//! The resources of a document: what is not there yet is made, from the root down.

use apigw_lint::ImportDocument;
use apigw_model::{CreateResource, Resource};
use serde_json::Value as Json;

use super::findings::ImportFindings;
use super::members::text;
use super::methods::{Names, method};
use super::options::ImportOptions;
use super::parts::KnownPaths;
use crate::check::check_import;
use crate::refusal::Answer;
use crate::store::State;

/// Puts the resources with their methods into an API.
pub(super) fn put_resources(
    state: &mut State,
    id: &str,
    document: &ImportDocument,
    (options, known): (&ImportOptions, &KnownPaths),
    findings: &mut ImportFindings,
) -> Answer<()> {
    let names = Names::new(state.api(id)?);
    let base = options.segments(&document.base_path);

    for part in &document.resources {
        let path = text(part, "path");
        let own = path.split('/').filter(|segment| !segment.is_empty());
        let segments: Vec<&str> = base.iter().copied().chain(own).collect();
        let has_methods = part.get("resourceMethods").is_some();
        // Without a base path, the document lists the resources on the way to others.
        if segments.is_empty() && !has_methods {
            continue;
        }

        let Some(resource) = resource(state, id, &segments, known, findings)? else { continue };
        let Some(methods) = part.get("resourceMethods").and_then(Json::as_object) else { continue };
        for (name, settings) in methods {
            let made = method(name, settings, &resource, &names);
            let api = state.api_mut(id)?;
            api.resource_mut(&resource)?.resource_methods.get_or_insert_default().insert(name.clone(), made);
        }
    }
    Ok(())
}

/// The resource at the end of some segments, with those on the way to it; nothing if one of them is refused.
fn resource(
    state: &mut State,
    id: &str,
    segments: &[&str],
    known: &KnownPaths,
    findings: &mut ImportFindings,
) -> Answer<Option<String>> {
    let mut at = state.api(id)?.settings.root_resource_id.clone().unwrap_or_default();
    let mut path = String::new();
    for segment in segments {
        path = format!("{path}/{segment}");
        let api = state.api(id)?;
        let is_it = |resource: &&Resource| resource.path.as_deref() == Some(path.as_str());
        if let Some(found) = api.resources.values().find(is_it).and_then(|resource| resource.id.clone()) {
            at = found;
            continue;
        }

        let create = CreateResource::builder().rest_api_id(id).parent_id(at.as_str()).path_part(*segment).build();
        if let Some(error) = check_import(state, &create) {
            findings.add_error("import-create-resource", &[("path", &path)], &error);
            return Ok(None);
        }
        let new = known.get(&path).cloned().unwrap_or_else(|| state.ids.id(6));
        let made = Resource::builder().id(new.as_str()).parent_id(at).path_part(*segment).path(path.as_str()).build();
        state.api_mut(id)?.resources.insert(new.clone(), made);
        at = new;
    }
    Ok(Some(at))
}
