//! A template as a whole.

use apigw_spec::Shape;

use super::function::Resolver;
use super::method::resource_with;
use super::names::PropertyNames;
use super::table;
use crate::definition::{ApiDefinition, DefinitionPart, EntryKind, Shapes, structure};
use crate::openapi::{OpenApi, OpenApiKind};
use crate::read::SourceNode;

/// Whether a file is a template.
pub(crate) fn is_template(root: &SourceNode<'_>) -> bool {
    let resources = root.get("Resources").map(SourceNode::entries).unwrap_or_default();
    let kind = |resource: &SourceNode<'_>| resource.get("Type").and_then(SourceNode::text).map(str::to_owned);
    resources.iter().any(|(_, resource)| kind(resource).is_some_and(|kind| kind.contains("::")))
}

/// A template.
pub(crate) struct StackTemplate<'d, 't> {
    root: &'d SourceNode<'t>,
    shapes: &'static Shapes,
}

impl<'d, 't> StackTemplate<'d, 't> {
    pub(crate) fn new(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { root, shapes }
    }

    /// What the resources of the template define.
    pub(crate) fn definitions(&self) -> Vec<ApiDefinition> {
        let Some(resources) = self.root.get("Resources") else { return Vec::new() };
        let resolver = Resolver { resources };
        let mut found = Vec::new();
        for (key, resource) in resources.entries() {
            let (Some(kind), Some(properties)) =
                (resource.get("Type").and_then(SourceNode::text), resource.get("Properties"))
            else {
                continue;
            };
            let is_known =
                table::body(kind).is_some() || table::operation(kind).is_some() || table::method() == Some(kind);
            let Some(properties) = is_known.then(|| resolver.resolve(properties)).flatten().filter(SourceNode::is_map)
            else {
                continue;
            };
            found.extend(self.definition(kind, key, &properties));
        }
        found
    }

    /// The documents that resources hold, by the names of these.
    pub(crate) fn bodies(&self) -> Vec<(String, SourceNode<'t>)> {
        let Some(resources) = self.root.get("Resources") else { return Vec::new() };
        let resolver = Resolver { resources };
        let body = |(key, resource): &(SourceNode<'t>, SourceNode<'t>)| {
            let body = table::body(resource.get("Type")?.text()?)?;
            let body = resolver.resolve(resource.at(&["Properties", body])?)?;
            body.is_map().then(|| (key.text().unwrap_or_default().to_owned(), body))
        };
        resources.entries().iter().filter_map(body).collect()
    }

    fn definition(&self, kind: &str, key: &SourceNode<'_>, properties: &SourceNode<'_>) -> Vec<ApiDefinition> {
        let mut found = Vec::new();
        if let Some(body) = table::body(kind).and_then(|body| properties.get(body)).filter(|body| body.is_map())
            && let OpenApiKind::Rest(api) = OpenApi::new(body, self.shapes).definition(true)
        {
            found.push(api);
        }

        let mut calls = ApiDefinition::new(EntryKind::Calls);
        if table::method() == Some(kind) {
            let part = self.shapes.part("resources");
            if let Some((name, list)) =
                part.and_then(|(name, shape)| Some((name, resource_with(properties, key, shape)?)))
            {
                calls.parts.push((name, list));
            }
        } else if let Some((operation, shape)) =
            table::operation(kind).and_then(|operation| Some((operation, self.shapes.input(operation)?)))
        {
            calls.add_request(operation, key.text().unwrap_or_default(), input(kind, key, properties, shape));
        }
        found.push(calls);
        found
    }
}

/// The input of the request that makes a resource. What a template leaves out, CloudFormation makes up or refuses itself.
fn input(kind: &str, key: &SourceNode<'_>, properties: &SourceNode<'_>, shape: &Shape) -> DefinitionPart {
    let mut fields = structure(properties, shape, &PropertyNames { resource: kind });
    for member in shape.members().iter().filter(|member| member.required) {
        if fields.part(member.name).is_none() {
            fields.push(member.name, key.span, DefinitionPart::opaque(key.span));
        }
    }
    DefinitionPart::structure(fields, key.span)
}
