//! The APIs that a file defines, for programs that run them.

mod auth;
mod cors;
mod events;
mod file_api;
mod fill;
mod integrations;
mod schema;
mod value;

use serde_json::{Map, Value as Json};

use crate::cloudformation::{StackTemplate, is_template};
use crate::definition::{ApiDefinition, DefinitionPart, Shapes};
use crate::format::{looks_structured, may_define};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi, settings};
use crate::read::{ReadError, SourceNode, read};
use crate::terraform::{TerraformModule, TerraformPlan, is_configuration, is_plan};
pub use file_api::{FileApi, UnknownValue};
use fill::Fill;
pub(crate) use integrations::findings as integration_findings;
pub use integrations::{IntegrationCheck, IntegrationMistake};
use value::JsonConversion;

/// The property that names the stage of an API.
const STAGE: &str = "StageName";
/// The property that says what is asked of callers.
const AUTH: &str = "Auth";
/// The stage of the API that SAM makes of events, whatever a template says.
const IMPLICIT_STAGE: &str = "Prod";

/// Reads the APIs that a file defines: an OpenAPI document with extensions of API Gateway; the bodies of APIs, the resources
/// with methods and the events of functions in a template of CloudFormation or SAM; the resources of a plan or of one file of
/// Terraform.
///
/// References to functions become the ARNs of functions of the same names, and the pseudo parameters of CloudFormation
/// those of an example; parameters of templates have their defaults.
///
/// ```
/// let text = r#"{"openapi": "3.0.1", "info": {"title": "pets"}, "paths": {"/pets": {"get": {
///     "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "${Url}"}
/// }}}}"#;
/// let apis = apigw_lint::read_apis(text).map_err(|error| error.to_string())?;
/// let api = apis.first().ok_or("an API")?;
/// assert_eq!(api.parts["resources"][1]["path"], "/pets");
/// assert_eq!(api.unknown.first().map(|unknown| unknown.shown.as_str()), Some("${Url}"));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
///
/// Text that cannot be read.
pub fn read_apis(text: &str) -> Result<Vec<FileApi>, ReadError> {
    if is_configuration(text) {
        let mut apis = Vec::new();
        let module = TerraformModule::read(text, None)?;
        add_stack(&mut apis, &module.definitions(Shapes::builtin()), &Fill::default());
        return Ok(apis);
    }
    let root = match read(text) {
        Err(_) if !may_define(text) && !looks_structured(text) => return Ok(Vec::new()),
        root => root?,
    };
    let shapes = Shapes::builtin();
    if is_openapi(&root) {
        let title = root.at(&["info", "title"]).and_then(SourceNode::text).unwrap_or("api");
        return Ok(document(title, &OpenApi::of_file(&root, shapes), &Fill::default()).into_iter().collect());
    }
    if is_plan(&root) {
        let mut apis = Vec::new();
        add_stack(&mut apis, &TerraformPlan::new(&root).definitions(shapes), &Fill::default());
        return Ok(apis);
    }
    if !is_template(&root) {
        return Ok(Vec::new());
    }

    let fill = Fill::of_template(&root);
    let template = StackTemplate::new(&root, shapes);
    let bodies = template.bodies();
    let mut apis: Vec<FileApi> =
        bodies.iter().filter_map(|(name, body)| document(name, &OpenApi::new(body, shapes), &fill)).collect();
    add_stack(&mut apis, &template.definitions(), &fill);
    let events = events::add(&root, &template, &fill, &mut apis);
    for api in &mut apis {
        match template.property(&api.name, STAGE) {
            Some(value) => add_stage(api, &value, &fill),
            None if api.name == events::IMPLICIT => api.stage = Some(IMPLICIT_STAGE.to_owned()),
            None => {}
        }
        if template.is_serverless_api(&api.name) || api.name == events::IMPLICIT {
            let body = bodies.iter().find(|(name, _)| *name == api.name).map(|(_, body)| body);
            cors::add(api, template.setting(&api.name, cors::PROPERTY).as_ref(), body, &events, &fill);
            auth::add(api, template.setting(&api.name, AUTH).as_ref(), &events, &fill);
        }
    }
    Ok(apis)
}

/// Adds the APIs that requests of a stack make, of each the first that has methods. What a document defines stays.
fn add_stack(apis: &mut Vec<FileApi>, definitions: &[ApiDefinition], fill: &Fill) {
    for definition in definitions.iter().filter(|definition| definition.choice.is_none()) {
        let Some(name) = &definition.resource else { continue };
        let requests = definitions.iter().flat_map(|definition| &definition.requests);
        let own = settings(requests.filter(|request| request.label == *name));
        let mut found = converted(name, &definition.parts, own, fill);
        // What is only open to more is no value that is missing.
        found.unknown.retain(|unknown| {
            let keys = unknown.path.iter().map(|key| key.replace('~', "~0").replace('/', "~1"));
            let pointer: String = keys.skip(1).flat_map(|key| ["/".to_owned(), key]).collect();
            let part = unknown.path.first().and_then(|part| found.parts.get(part));
            part.and_then(|part| part.pointer(&pointer)).is_none_or(Json::is_null)
        });
        if apis.iter().all(|api| api.name != *name) && has_methods(&found.parts) {
            apis.push(found);
        }
    }
}

fn has_methods(parts: &Map<String, Json>) -> bool {
    let resources = parts.get("resources").and_then(Json::as_array).into_iter().flatten();
    let methods = |resource: &Json| resource.get("resourceMethods").and_then(Json::as_object).map(Map::len);
    resources.filter_map(methods).any(|count| count > 0)
}

/// Says which stage an API is deployed to, or that it is not known.
fn add_stage(api: &mut FileApi, value: &SourceNode<'_>, fill: &Fill) {
    api.stage = fill.value(value).filter(|name| !name.is_empty());
    if api.stage.is_none() {
        api.note_unknown(&[STAGE], value);
    }
}

/// The API of a document; nothing if it is none of this service.
fn document(name: &str, document: &OpenApi<'_, '_>, fill: &Fill) -> Option<FileApi> {
    let OpenApiKind::Rest(api) = document.definition(true) else { return None };
    let mut found = converted(name, &api.parts, settings(&api.requests), fill);
    let models = found.parts.entry("models").or_insert(Json::Null);
    *models = schema::models(document.root);
    found.unknown.retain(|unknown| unknown.path.first().is_none_or(|part| part != "models"));
    Some(found)
}

fn converted(
    name: &str,
    lists: &[(&'static str, DefinitionPart)],
    settings: Option<&DefinitionPart>,
    fill: &Fill,
) -> FileApi {
    let mut conversion = JsonConversion::new(fill);
    let mut parts = Map::new();
    for (part, value) in lists {
        parts.insert((*part).to_owned(), conversion.part(part, value));
    }
    if let Some(settings) = settings {
        parts.insert("api".to_owned(), conversion.part("api", settings));
    }
    FileApi { parts, unknown: conversion.finish(), ..FileApi::new(name) }
}
