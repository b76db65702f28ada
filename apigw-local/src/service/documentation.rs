//! Documentation: parts, and versions of them.

use apigw_model::{
    CreateDocumentationPart, CreateDocumentationVersion, DeleteDocumentationPart, DeleteDocumentationVersion,
    DocumentationPart, DocumentationPartIds, DocumentationPartLocation, DocumentationPartType, DocumentationParts,
    DocumentationVersion, DocumentationVersions, GetDocumentationPart, GetDocumentationParts, GetDocumentationVersion,
    GetDocumentationVersions, ImportDocumentationParts, LocationStatusType, Nothing, PutMode, UpdateDocumentationPart,
    UpdateDocumentationVersion,
};
use serde_json::Value;

use super::definition::document_of;
use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, Ids, State, page, project};

pub(super) fn create_documentation_part(
    state: &mut State,
    mut input: CreateDocumentationPart,
) -> Answer<DocumentationPart> {
    without_empty(&mut input.location);
    let api = state.api(&input.rest_api_id)?;
    if api.parts.values().any(|part| part.location.as_ref() == Some(&input.location)) {
        return Err(refusal("documentation-part-exists", &[]));
    }
    check_input(state, &input)?;
    let mut part: DocumentationPart = project(&input)?;
    let id = state.ids.id(6);
    part.id = Some(id.clone());
    state.api_mut(&input.rest_api_id)?.parts.insert(id, part.clone());
    Ok(part)
}

/// Takes away what is empty: some tools send all members of a location.
fn without_empty(location: &mut DocumentationPartLocation) {
    for member in [&mut location.path, &mut location.method, &mut location.status_code, &mut location.name] {
        member.take_if(|text| text.is_empty());
    }
}

fn find<'s>(state: &'s State, api: &str, id: &str) -> Answer<&'s DocumentationPart> {
    let part = state.apis.get(api).and_then(|api| api.parts.get(id));
    part.ok_or_else(|| refusal("documentation-part-unknown", &[]))
}

pub(super) fn get_documentation_part(state: &mut State, input: GetDocumentationPart) -> Answer<DocumentationPart> {
    find(state, &input.rest_api_id, &input.documentation_part_id).cloned()
}

pub(super) fn get_documentation_parts(state: &mut State, input: GetDocumentationParts) -> Answer<DocumentationParts> {
    let undocumented = input.location_status == Some(LocationStatusType::Undocumented);
    let is_wanted = |part: &DocumentationPart| {
        let Some(location) = &part.location else { return false };
        let is_type = input.r#type.as_ref().is_none_or(|wanted| *wanted == location.r#type);
        let is_path = input.path.as_ref().is_none_or(|path| location.path.as_ref() == Some(path));
        let named = |query: &String| location.name.as_ref().is_some_and(|name| name.contains(query.as_str()));
        is_type && is_path && input.name_query.as_ref().is_none_or(named) && !undocumented
    };
    let parts = &state.api(&input.rest_api_id)?.parts;
    let all = parts.iter().filter(|(_, part)| is_wanted(part)).map(|(id, part)| (id.clone(), part.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(DocumentationParts::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_documentation_part(
    state: &mut State,
    input: UpdateDocumentationPart,
) -> Answer<DocumentationPart> {
    let part = find(state, &input.rest_api_id, &input.documentation_part_id)?.clone();
    check_input(state, &input)?;
    let part = patched(&part, &input.patch_operations.unwrap_or_default())?;
    state.api_mut(&input.rest_api_id)?.parts.insert(input.documentation_part_id, part.clone());
    Ok(part)
}

pub(super) fn delete_documentation_part(state: &mut State, input: DeleteDocumentationPart) -> Answer<Nothing> {
    find(state, &input.rest_api_id, &input.documentation_part_id)?;
    state.api_mut(&input.rest_api_id)?.parts.remove(&input.documentation_part_id);
    Ok(Nothing)
}

pub(super) fn import_documentation_parts(
    state: &mut State,
    input: ImportDocumentationParts,
) -> Answer<DocumentationPartIds> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let document = document_of(input.body.as_bytes(), "documentation-import-invalid")?;
    let parts = document.documentation.as_ref().map(parts_of).unwrap_or_default();
    let mut ids = state.ids.clone();
    let api = state.api_mut(&input.rest_api_id)?;
    if input.mode == Some(PutMode::Overwrite) {
        api.parts.clear();
    }
    let made = add_parts(api, parts, &mut ids);
    state.ids = ids;
    Ok(DocumentationPartIds::builder().ids(made).build())
}

/// Adds parts, each in place of the one with the same location, and gives their identifiers.
pub(super) fn add_parts(api: &mut Api, parts: Vec<DocumentationPart>, ids: &mut Ids) -> Vec<String> {
    let mut made = Vec::new();
    for mut part in parts {
        let known = api.parts.iter().find(|(_, known)| known.location == part.location).map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| ids.id(6));
        part.id = Some(id.clone());
        api.parts.insert(id.clone(), part);
        made.push(id);
    }
    made
}

/// The parts that the extension of a document has. What their locations leave out is filled in.
pub(super) fn parts_of(documentation: &Value) -> Vec<DocumentationPart> {
    let parts = documentation.get("documentationParts").and_then(Value::as_array);
    let part = |part: &Value| {
        let properties = part.get("properties").map(|properties| match properties {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        let mut location: DocumentationPartLocation = serde_json::from_value(part.get("location")?.clone()).ok()?;
        if has_path(&location.r#type) {
            location.path.get_or_insert_with(|| "/".to_owned());
        }
        Some(DocumentationPart::builder().location(location).maybe_properties(properties).build())
    };
    parts.into_iter().flatten().filter_map(part).collect()
}

/// Whether parts of a type belong to resources.
fn has_path(part_type: &DocumentationPartType) -> bool {
    use DocumentationPartType as Type;
    !matches!(part_type, Type::Api | Type::Authorizer | Type::Model)
}

fn version_of<'s>(state: &'s State, api: &str, version: &str) -> Answer<&'s DocumentationVersion> {
    let found = state.apis.get(api).and_then(|api| api.versions.get(version));
    found.ok_or_else(|| refusal("documentation-version-unknown", &[]))
}

pub(super) fn create_documentation_version(
    state: &mut State,
    input: CreateDocumentationVersion,
) -> Answer<DocumentationVersion> {
    let api = state.api(&input.rest_api_id)?;
    if api.versions.contains_key(&input.documentation_version) {
        return Err(refusal("documentation-version-exists", &[]));
    }
    if let Some(stage) = &input.stage_name {
        api.stage(stage)?;
    }
    check_input(state, &input)?;
    let name = input.documentation_version;
    let version = DocumentationVersion::builder().version(name.as_str()).created_date(state.ids.now());
    let version = version.maybe_description(input.description).build();
    let api = state.api_mut(&input.rest_api_id)?;
    if let Some(stage) = input.stage_name.and_then(|stage| api.stages.get_mut(&stage)) {
        stage.documentation_version = Some(name.clone());
    }
    api.versions.insert(name, version.clone());
    Ok(version)
}

pub(super) fn get_documentation_version(
    state: &mut State,
    input: GetDocumentationVersion,
) -> Answer<DocumentationVersion> {
    version_of(state, &input.rest_api_id, &input.documentation_version).cloned()
}

pub(super) fn get_documentation_versions(
    state: &mut State,
    input: GetDocumentationVersions,
) -> Answer<DocumentationVersions> {
    let versions = &state.api(&input.rest_api_id)?.versions;
    let all = versions.iter().map(|(name, version)| (name.clone(), version.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(DocumentationVersions::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_documentation_version(
    state: &mut State,
    input: UpdateDocumentationVersion,
) -> Answer<DocumentationVersion> {
    let version = version_of(state, &input.rest_api_id, &input.documentation_version)?.clone();
    check_input(state, &input)?;
    let version = patched(&version, &input.patch_operations.unwrap_or_default())?;
    let api = state.api_mut(&input.rest_api_id)?;
    api.versions.insert(input.documentation_version, version.clone());
    Ok(version)
}

pub(super) fn delete_documentation_version(state: &mut State, input: DeleteDocumentationVersion) -> Answer<Nothing> {
    version_of(state, &input.rest_api_id, &input.documentation_version)?;
    state.api_mut(&input.rest_api_id)?.versions.remove(&input.documentation_version);
    Ok(Nothing)
}
