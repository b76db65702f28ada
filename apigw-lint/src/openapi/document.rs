//! A document, and what its references lead to.

use super::authorizer::{Scheme, schemes};
use crate::definition::{DefinitionPart, Shapes};
use crate::read::SourceNode;
use crate::text::end_of;

/// The extension that makes an operation call something.
pub(super) const INTEGRATION: &str = "x-amazon-apigateway-integration";
/// How many references are followed one after the other.
const MAX_REFERENCES: usize = 16;

/// Whether a file is an OpenAPI document.
pub(crate) fn is_openapi(root: &SourceNode<'_>) -> bool {
    root.get("swagger").or_else(|| root.get("openapi")).is_some_and(|version| version.text().is_some())
        && (root.get("paths").is_some() || root.get("info").is_some())
}

/// A document.
pub(crate) struct OpenApi<'d, 't> {
    pub(super) root: &'d SourceNode<'t>,
    pub(super) shapes: &'static Shapes,
    pub(super) schemes: Vec<Scheme<'d>>,
}

impl<'d, 't> OpenApi<'d, 't> {
    /// A document that is a file of its own.
    pub(crate) fn new(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { root, shapes, schemes: schemes(root) }
    }

    /// The value that a reference leads to, or the value itself; nothing if it leads out of the document.
    pub(super) fn resolve(&self, node: &'d SourceNode<'t>) -> Option<&'d SourceNode<'t>> {
        let mut found = node;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = found.get("$ref") else { return Some(found) };
            let pointer = reference.text()?.strip_prefix("#/")?;
            let mut at = self.root;
            for part in pointer.split('/') {
                at = at.get(&part.replace("~1", "/").replace("~0", "~"))?;
            }
            found = at;
        }
        None
    }
}

/// The name of the model that a schema refers to.
pub(super) fn model(schema: &SourceNode<'_>) -> DefinitionPart {
    let Some(reference) = schema.get("$ref") else { return DefinitionPart::opaque(schema.span) };
    let name = reference.text().and_then(|text| {
        let name = text.strip_prefix("#/definitions/").or_else(|| text.strip_prefix("#/components/schemas/"))?;
        (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
    });
    match name {
        Some(name) => {
            let span = end_of(reference, &name);
            DefinitionPart::text(name, span)
        }
        None => DefinitionPart::opaque(reference.span),
    }
}
