//! The parts of a document.

use serde_json::{Map, Value as Json};

use super::strings::drop_mistyped;
use crate::definition::{DefinitionPart, PartFields, PartValue};
use crate::openapi::{DocumentNote, OpenApi, settings};
use crate::read::SourceNode;

/// The extension with the documentation of an API.
const DOCUMENTATION: &str = "x-amazon-apigateway-documentation";
/// The extension with the answers to calls that end early.
const GATEWAY_RESPONSES: &str = "x-amazon-apigateway-gateway-responses";

/// What an OpenAPI document says about a REST API: each part as the service would list it. Identifiers are names here:
/// the path of a resource, the name of an authorizer or a validator. References in schemas are those of the document.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ImportDocument {
    /// The settings of the API itself.
    pub settings: Map<String, Json>,
    /// The path in front of all paths, without slashes at its ends; empty if there is none.
    pub base_path: String,
    /// The resources, with their methods, and those on the way to them, in the order of the document. Responses of
    /// integrations go by the patterns that select them.
    pub resources: Vec<Json>,
    /// The models: those of the document, and those of schemas without a name.
    pub models: Vec<Json>,
    /// The request validators.
    pub validators: Vec<Json>,
    /// The authorizers.
    pub authorizers: Vec<Json>,
    /// The answers to calls that end early.
    pub fault_responses: Vec<Json>,
    /// The documentation, as the document has it.
    pub documentation: Option<Json>,
    /// What an import leaves out.
    pub notes: Vec<DocumentNote>,
}

impl ImportDocument {
    pub(super) fn new(root: &SourceNode<'_>, document: OpenApi<'_, '_>) -> Self {
        let base_path = document.base_path();
        let api = document.rest();
        let mut found = Self { base_path, ..Self::default() };
        if let Some(Json::Object(members)) = settings(&api.requests).and_then(json) {
            found.settings = members;
        }
        for (name, part) in &api.parts {
            let list = match *name {
                "resources" => &mut found.resources,
                "models" => &mut found.models,
                "authorizers" => &mut found.authorizers,
                // There are no other lists.
                _ => &mut found.validators,
            };
            *list = items(part);
        }
        // Those that every API has are no part of the document.
        found.models.retain(|model| model.get("schema").is_some());

        let labels = root.get(GATEWAY_RESPONSES).map(SourceNode::entries).unwrap_or_default();
        let is_response = |label: &str| labels.iter().any(|(key, _)| key.text() == Some(label));
        let responses = api.requests.iter().filter(|request| {
            let members = request.input.members().is_some();
            members && is_response(&request.label) && request.input.field_text("responseType").is_some()
        });
        found.fault_responses = responses.filter_map(|request| json(&request.input)).collect();
        found.documentation = root.get(DOCUMENTATION).map(SourceNode::to_json);

        let findings = document.into_findings();
        found.notes = findings.notes;
        found.models.extend(findings.inline.into_iter().map(|(name, schema)| {
            serde_json::json!({"name": name, "contentType": "application/json", "schema": schema.to_string()})
        }));
        drop_mistyped(&mut found.resources, &mut found.notes);
        found
    }
}

fn items(part: &DefinitionPart) -> Vec<Json> {
    let PartValue::List(items) = &part.value else { return Vec::new() };
    items.0.iter().filter_map(json).collect()
}

/// A part as JSON; nothing if it is not known.
fn json(part: &DefinitionPart) -> Option<Json> {
    Some(match &part.value {
        PartValue::Opaque | PartValue::Null | PartValue::Partial(_) => return None,
        PartValue::Boolean(value) => (*value).into(),
        PartValue::Integer(value) => (*value).into(),
        PartValue::Double(value) => (*value).into(),
        PartValue::Text(text) => (&**text).into(),
        PartValue::List(items) => items.0.iter().filter_map(json).collect(),
        PartValue::Map(fields) | PartValue::Structure(fields) => Json::Object(object(fields)),
    })
}

fn object(fields: &PartFields) -> Map<String, Json> {
    fields.known().filter_map(|(name, part)| Some((name.to_owned(), json(part)?))).collect()
}
