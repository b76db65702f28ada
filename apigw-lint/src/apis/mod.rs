//! The APIs that a file defines, for programs that run them.

mod events;
mod file_api;
mod fill;
mod integrations;
mod schema;
mod value;

use serde_json::{Map, Value as Json};

use crate::cloudformation::{StackTemplate, is_template};
use crate::definition::{ApiDefinition, Shapes};
use crate::format::{looks_structured, may_define};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi, settings};
use crate::read::{NodeContent, ReadError, SourceNode, read};
pub use file_api::{FileApi, UnknownValue};
use fill::Fill;
pub(crate) use integrations::findings as integration_findings;
pub use integrations::{IntegrationCheck, IntegrationMistake};
use value::JsonConversion;

/// The property that names the stage of an API.
const STAGE: &str = "StageName";

/// Reads the APIs that a file defines: an OpenAPI document with extensions of API Gateway, or the bodies of APIs and the
/// events of functions in a template of CloudFormation or SAM.
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
    let root = match read(text) {
        Err(_) if !may_define(text) && !looks_structured(text) => return Ok(Vec::new()),
        root => root?,
    };
    let shapes = Shapes::builtin();
    if is_openapi(&root) {
        let title = root.at(&["info", "title"]).and_then(SourceNode::text).unwrap_or("api");
        return Ok(document(title, &root, shapes, &Fill::default()).into_iter().collect());
    }
    if !is_template(&root) {
        return Ok(Vec::new());
    }

    let fill = Fill::of_template(&root);
    let template = StackTemplate::new(&root, shapes);
    let bodies = template.bodies();
    let mut apis: Vec<FileApi> = bodies.iter().filter_map(|(name, body)| document(name, body, shapes, &fill)).collect();
    events::add(&root, &mut apis);
    for api in &mut apis {
        if let Some(value) = template.property(&api.name, STAGE) {
            add_stage(api, &value, &fill);
        }
    }
    Ok(apis)
}

/// Says which stage an API is deployed to, or that it is not known.
fn add_stage(api: &mut FileApi, value: &SourceNode<'_>, fill: &Fill) {
    let parts = match &value.content {
        NodeContent::Partial(parts) => parts.as_slice(),
        NodeContent::Reference(reference) => reference.parts.as_slice(),
        _ => &[],
    };
    api.stage = value.text().map(str::to_owned).or_else(|| Some(fill.text(parts)?).filter(|name| !name.is_empty()));
    if api.stage.is_none() {
        let (path, shown) = (vec![STAGE.to_owned()], apigw_spec::value::shown(parts));
        api.unknown.push(UnknownValue { path, span: value.span, shown });
    }
}

/// The API of a document; nothing if it is none of this service.
fn document(name: &str, root: &SourceNode<'_>, shapes: &'static Shapes, fill: &Fill) -> Option<FileApi> {
    let OpenApiKind::Rest(api) = OpenApi::new(root, shapes).definition(true) else { return None };
    let mut found = converted(name, &api, fill);
    let models = found.parts.entry("models").or_insert(Json::Null);
    *models = schema::models(root);
    found.unknown.retain(|unknown| unknown.path.first().is_none_or(|part| part != "models"));
    Some(found)
}

fn converted(name: &str, api: &ApiDefinition, fill: &Fill) -> FileApi {
    let mut conversion = JsonConversion::new(fill);
    let mut parts = Map::new();
    for (part, value) in &api.parts {
        parts.insert((*part).to_owned(), conversion.part(part, value));
    }
    if let Some(settings) = settings(api) {
        parts.insert("api".to_owned(), conversion.part("api", settings));
    }
    FileApi { name: name.to_owned(), parts, stage: None, unknown: conversion.finish() }
}
