//! OpenAPI documents within resources.

use super::identity::Stack;
use super::table;
use crate::definition::{ApiDefinition, InnerText, Shapes};
use crate::openapi::{OpenApi, OpenApiKind, has_unknown_keys, is_openapi, with_known_paths};
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
                    let inner = || InnerText { text: text.to_string(), span: body.span() };
                    found.extend(api.map(|api| ApiDefinition { inner: Some(inner()), ..api }));
                }
                _ => {}
            }
        }
        found
    }
}

fn document(root: &SourceNode<'_>, shapes: &'static Shapes) -> Option<ApiDefinition> {
    if !is_openapi(root) {
        return None;
    }
    let defined = |root: &SourceNode<'_>| match OpenApi::new(root, shapes).definition(true) {
        OpenApiKind::Rest(api) => Some(api),
        _ => None,
    };
    if !has_unknown_keys(root) {
        return defined(root);
    }

    // What seems to be missing can be in what is not seen.
    let mut api = defined(&with_known_paths(root))?;
    api.parts.retain(|(name, _)| table::is_listed("partial", name));
    api.is_deployable = false;
    Some(api)
}
