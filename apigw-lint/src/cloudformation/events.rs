//! What SAM makes of the events of functions: the document of an API that has none.

use std::collections::HashMap;

use super::condition::Assumption;
use super::function::Resolver;
use crate::openapi::{EventPaths, MethodEntry, proxy};
use crate::read::{NodeContent, SourceNode};
use crate::stack::StackResource;

/// The resource that is a function with events, and the event that is a method.
const FUNCTION: (&str, &str) = ("AWS::Serverless::Function", "Api");
/// The resource that is an API, and the properties that hold its document.
const API: (&str, [&str; 2]) = ("AWS::Serverless::Api", ["DefinitionBody", "DefinitionUri"]);
/// The API of events that name none.
const IMPLICIT: &str = "ServerlessRestApi";

/// Gives the APIs that have no document of their own the one that SAM makes of events. `resources` are those of the
/// template that concern APIs, all else is in `template`.
pub(super) fn add_documents<'t>(
    template: &SourceNode<'t>,
    resolver: Resolver<'_, 't>,
    assumed: Option<Assumption<'_>>,
    resources: &mut Vec<StackResource<'t>>,
) {
    let mut apis = HashMap::<String, EventPaths<'t>>::new();
    let mut names = Vec::new();
    for (_, function) in template.entries() {
        // A function that may not be there has no methods for certain.
        let condition = function.get("Condition").and_then(SourceNode::text);
        let is_there =
            condition.is_none_or(|name| assumed.is_some_and(|assumed| assumed.name == name && assumed.holds));
        for event in events(function).filter(|_| is_there) {
            let Some((api, path, method)) = method(event, resolver) else { continue };
            if !apis.contains_key(&api) {
                names.push(api.clone());
            }
            apis.entry(api).or_default().add(path, method);
        }
    }

    for name in names {
        let Some(paths) = apis.remove(&name) else { continue };
        let known = resources.iter_mut().find(|resource| resource.name == name);
        match known {
            Some(resource) if resource.kind == API.0 => give(resource, paths.document(resource.span)),
            None if name == IMPLICIT && template.get(IMPLICIT).is_none() => {
                let span = paths.span();
                let mut resource = StackResource {
                    kind: API.0.to_owned(),
                    label: name.clone(),
                    name,
                    span,
                    properties: SourceNode::map(Vec::new(), span),
                    is_conditional: false,
                    is_imported: false,
                };
                give(&mut resource, paths.document(span));
                resources.push(resource);
            }
            _ => {}
        }
    }
}

/// Whether functions of a template have events that are methods.
pub(super) fn has_methods(template: &SourceNode<'_>) -> bool {
    let is_method = |event: &SourceNode<'_>| event.get("Type").and_then(SourceNode::text) == Some(FUNCTION.1);
    template.entries().iter().any(|(_, function)| events(function).any(is_method))
}

/// The events of a resource that is a function.
fn events<'d, 't>(resource: &'d SourceNode<'t>) -> impl Iterator<Item = &'d SourceNode<'t>> {
    let is_function = resource.get("Type").and_then(SourceNode::text) == Some(FUNCTION.0);
    let events = resource.at(&["Properties", "Events"]).filter(|_| is_function);
    events.map(SourceNode::entries).unwrap_or_default().iter().map(|(_, event)| event)
}

/// Gives an API a document, unless it has one.
fn give<'t>(resource: &mut StackResource<'t>, document: SourceNode<'t>) {
    let has = |property: &str| resource.properties.get(property).is_some();
    if !API.1.iter().any(|property| has(property))
        && let NodeContent::Map(properties) = &mut resource.properties.content
    {
        properties.push((SourceNode::string(API.1[0], document.span()), document));
    }
}

/// The API of an event, the path, and the method with its integration, as far as they are known.
fn method<'t>(event: &SourceNode<'t>, resolver: Resolver<'_, 't>) -> Option<(String, SourceNode<'t>, MethodEntry<'t>)> {
    event.get("Type")?.text().filter(|kind| *kind == FUNCTION.1)?;
    let properties = event.get("Properties")?;
    let api = match properties.get("RestApiId") {
        Some(node) => referred(node)?,
        None => IMPLICIT.to_owned(),
    };
    let known = |key: &str| resolver.resolve(properties.get(key)?).filter(|node| node.text().is_some());
    let (path, verb) = (known("Path")?, known("Method")?);

    let entry = MethodEntry::new(&verb, proxy(verb.span()))?;
    Some((api, path, entry))
}

/// The resource that a value refers to as a whole.
fn referred(node: &SourceNode<'_>) -> Option<String> {
    let name = if node.tag.as_deref() == Some("Ref") { node.text() } else { node.get("Ref")?.text() };
    name.map(str::to_owned)
}
