//! OpenAPI documents within resources.

use super::identity::Stack;
use crate::definition::{ApiDefinition, InnerText, Shapes};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi};
use crate::read::{NodeContent, SourceNode, read};

impl Stack<'_, '_> {
    /// What the documents define that resources hold.
    pub(super) fn bodies(&self, shapes: &'static Shapes) -> Vec<ApiDefinition> {
        let mut found = Vec::new();
        for resource in self.resources {
            let body = self.table.body(&resource.kind).and_then(|body| resource.properties.get(body));
            match body.map(|body| (body, &body.content)) {
                Some((body, NodeContent::Map(_))) => found.extend(document(body, shapes)),
                Some((body, NodeContent::Scalar { text, .. })) if body.tag.is_none() => {
                    let api = read(text).ok().and_then(|root| document(&root, shapes));
                    let inner = || InnerText { text: text.to_string(), span: body.span };
                    found.extend(api.map(|api| ApiDefinition { inner: Some(inner()), ..api }));
                }
                _ => {}
            }
        }
        found
    }
}

fn document(root: &SourceNode<'_>, shapes: &'static Shapes) -> Option<ApiDefinition> {
    match (is_openapi(root) && !has_unknown_keys(root)).then(|| OpenApi::new(root, shapes).definition(true)) {
        Some(OpenApiKind::Rest(api)) => Some(api),
        _ => None,
    }
}

/// Whether something that cannot be seen adds to a document: what seems to be missing can be there.
fn has_unknown_keys(node: &SourceNode<'_>) -> bool {
    let is_unknown = |(key, value): &(SourceNode<'_>, SourceNode<'_>)| {
        matches!(key.content, NodeContent::Opaque) || has_unknown_keys(value)
    };
    node.entries().iter().any(is_unknown) || node.items().iter().any(has_unknown_keys)
}
