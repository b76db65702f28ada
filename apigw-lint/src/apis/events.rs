//! Methods that a template of SAM defines by the events of its functions.

use serde_json::{Value as Json, json};

use super::file_api::FileApi;
use super::fill::{Fill, function_arn, invocation};
use crate::cloudformation::StackTemplate;
use crate::read::{NodeContent, SourceNode};

/// The resource that is a function with events, and the event that is a method.
const FUNCTION: (&str, &str) = ("AWS::Serverless::Function", "Api");
/// The API of events that name none.
pub(super) const IMPLICIT: &str = "ServerlessRestApi";
/// The method that stands for all, and the word of SAM for it.
pub(super) const ANY: &str = "ANY";

/// An event that is a method, with what it asks of callers.
pub(super) struct EventMethod<'t> {
    pub(super) api: String,
    pub(super) path: String,
    pub(super) verb: String,
    pub(super) auth: Option<SourceNode<'t>>,
}

/// Adds the methods to the APIs that they belong to, and returns them. What a document defines stays.
pub(super) fn add<'t>(
    root: &SourceNode<'t>,
    template: &StackTemplate<'_, 't>,
    fill: &Fill,
    apis: &mut Vec<FileApi>,
) -> Vec<EventMethod<'t>> {
    let mut found = Vec::new();
    for (name, function) in root.get("Resources").map(SourceNode::entries).unwrap_or_default() {
        let Some(name) = name.text() else { continue };
        let is_function = function.get("Type").and_then(SourceNode::text) == Some(FUNCTION.0);
        let events = function.at(&["Properties", "Events"]).filter(|_| is_function);
        for (_, event) in events.map(SourceNode::entries).unwrap_or_default() {
            let Some(properties) = event.get("Properties") else { continue };
            let resolved = |key: &str| template.resolved(properties.get(key)?);
            let text = |key: &str| fill.value(&resolved(key)?);
            let is_method = event.get("Type").and_then(SourceNode::text) == Some(FUNCTION.1);
            let (true, Some(path), Some(verb)) = (is_method, text("Path"), text("Method")) else { continue };
            let api = properties.get("RestApiId").and_then(reference).unwrap_or_else(|| IMPLICIT.to_owned());
            let verb = if verb.eq_ignore_ascii_case(ANY) { ANY.to_owned() } else { verb.to_ascii_uppercase() };
            add_method(api_of(apis, &api), &path, &verb, name);
            found.push(EventMethod { api, path, verb, auth: resolved("Auth") });
        }
    }
    found
}

/// What a reference names.
fn reference(node: &SourceNode<'_>) -> Option<String> {
    let is_tagged = node.tag.as_deref() == Some("Ref");
    match &node.content {
        NodeContent::Scalar { text, .. } if is_tagged || node.tag.is_none() => Some(text.to_string()),
        _ => node.get("Ref").and_then(SourceNode::text).map(str::to_owned),
    }
}

fn api_of<'a>(apis: &'a mut Vec<FileApi>, name: &str) -> &'a mut FileApi {
    let known = apis.iter().position(|api| api.name == name);
    let at = known.unwrap_or(apis.len());
    if known.is_none() {
        apis.push(FileApi::new(name));
    }
    #[expect(clippy::indexing_slicing, reason = "the position is of an API that is there")]
    &mut apis[at]
}

fn add_method(api: &mut FileApi, path: &str, verb: &str, function: &str) {
    let resources = api.parts.entry("resources").or_insert_with(|| json!([]));
    let Some(resources) = resources.as_array_mut() else { return };
    let known = resources.iter().position(|resource| resource.get("path").and_then(Json::as_str) == Some(path));
    let at = known.unwrap_or(resources.len());
    if known.is_none() {
        resources.push(json!({"id": path, "path": path, "resourceMethods": {}}));
    }
    let method = json!({
        "httpMethod": verb, "authorizationType": "NONE",
        "methodIntegration": {"type": "AWS_PROXY", "httpMethod": "POST", "uri": invocation(&function_arn(function))},
    });
    let resource = resources.get_mut(at).and_then(Json::as_object_mut);
    let methods = resource.map(|resource| resource.entry("resourceMethods").or_insert_with(|| json!({})));
    if let Some(methods) = methods.and_then(Json::as_object_mut) {
        methods.entry(verb).or_insert(method);
    }
}
