//! Configurations of the Serverless Framework.
//!
//! ```text
//! events of functions ─► the paths, methods and integrations that the framework makes of them
//! resources           ─► a template of CloudFormation
//! ```
//!
//! What the framework fills in (`${self:…}`, `${opt:…}`, `${file(…)}`) is unknown.

mod event;

use crate::cloudformation::StackTemplate;
use crate::definition::{ApiDefinition, EntryKind, Shapes};
use crate::openapi::{EventPaths, OpenApi, OpenApiKind};
use crate::read::SourceNode;

/// The kinds of events that are methods of a REST API, and of an HTTP API.
const EVENTS: (&str, &str) = ("http", "httpApi");

/// Whether a file is a configuration.
pub(crate) fn is_serverless(root: &SourceNode<'_>) -> bool {
    let has = |key: &str| root.get(key).is_some();
    has("provider") && (has("service") || has("functions")) && (has("functions") || has("resources"))
}

/// The events of all functions, of one kind.
fn events<'d, 't>(root: &'d SourceNode<'t>, kind: &'static str) -> impl Iterator<Item = &'d SourceNode<'t>> {
    // Functions can stand in several lists.
    let functions = root.get("functions").into_iter();
    let maps = functions.flat_map(|node| std::iter::once(node).chain(node.items()));
    let functions = maps.flat_map(SourceNode::entries).filter_map(|(_, function)| function.get("events"));
    functions.flat_map(SourceNode::items).filter_map(move |event| event.get(kind))
}

/// Whether functions are called by a REST API.
pub(crate) fn has_methods(root: &SourceNode<'_>) -> bool {
    events(root, EVENTS.0).next().is_some()
}

/// Whether functions are called by HTTP APIs, which are another service.
pub(crate) fn has_http_apis(root: &SourceNode<'_>) -> bool {
    events(root, EVENTS.1).next().is_some()
}

/// The templates within a configuration.
pub(crate) fn templates<'d, 't>(root: &'d SourceNode<'t>) -> impl Iterator<Item = &'d SourceNode<'t>> {
    let resources = root.get("resources").into_iter();
    resources.flat_map(|node| std::iter::once(node).chain(node.items())).filter(|node| node.get("Resources").is_some())
}

/// What a configuration defines.
pub(crate) fn definitions(root: &SourceNode<'_>, shapes: &'static Shapes) -> Vec<ApiDefinition> {
    let mut found = Vec::new();
    let mut paths = EventPaths::default();
    for (path, method) in events(root, EVENTS.0).filter_map(event::method) {
        paths.add(path, method);
    }
    if !paths.is_empty() {
        let span = paths.span();
        let document = paths.document(span);
        if let OpenApiKind::Rest(api) = OpenApi::new(&document, shapes).definition(true) {
            // The framework makes a resource of CloudFormation of each part.
            found.push(ApiDefinition { entry: EntryKind::Calls, ..api });
        }
    }
    found.extend(templates(root).flat_map(|template| StackTemplate::new(template, shapes).definitions()));
    found
}
