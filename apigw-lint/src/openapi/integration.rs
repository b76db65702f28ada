//! Integrations of a document.

use apigw_spec::Shape;

use super::document::OpenApi;
use super::note::DocumentNote;
use crate::definition::{DefinitionPart, ModelNames, PartFields, PartValue, below, open_handler_names};
use crate::read::SourceNode;

/// The integration that the extension describes; nothing if an import leaves it out. The key of a response is the pattern
/// that selects it.
pub(super) fn integration_part(
    document: &OpenApi<'_, '_>,
    node: &SourceNode<'_>,
    method: &'static Shape,
    operation: impl Fn() -> String,
) -> Option<DefinitionPart> {
    let (Some(shape), Some(response_shape)) =
        (below(method, &["methodIntegration"]), below(method, &["methodIntegration", "integrationResponses"]))
    else {
        return Some(DefinitionPart::opaque(node.span()));
    };
    if !node.is_map() {
        return Some(DefinitionPart::opaque(node.span()));
    }

    let mut fields = document.structure(node, shape, &ModelNames);
    if document.is_file {
        open_handler_names(&mut fields);
    }
    if document.is_final() && !has_known_type(&fields, shape) {
        let kind = node.get("type").and_then(SourceNode::text).unwrap_or("null").to_owned();
        document.note(DocumentNote::IntegrationType { kind, operation: operation() });
        return None;
    }

    fields.remove("integrationResponses");
    if let Some((key, responses)) = node.entry("responses") {
        let mut found = PartFields::default();
        for (pattern, response) in responses.entries() {
            let Some(text) = pattern.text().filter(|_| response.is_map()) else {
                found.open();
                continue;
            };
            let mut fields = document.structure(response, response_shape, &ModelNames);
            if text != "default" {
                fields.remove("selectionPattern");
                fields.push("selectionPattern", pattern.span(), DefinitionPart::text(text, pattern.span()));
            }
            found.push(text.to_owned(), pattern.span(), DefinitionPart::structure(fields, pattern.span()));
        }
        fields.push("integrationResponses", key.span(), DefinitionPart::new(PartValue::Map(found), key.span()));
    }
    Some(DefinitionPart::structure(fields, node.span()))
}

/// Whether the type of an integration is one that the service has.
fn has_known_type(fields: &PartFields, shape: &Shape) -> bool {
    let Some(text) = fields.part("type").and_then(DefinitionPart::known_text) else { return false };
    let member = shape.structure().member("type").map(|(_, member)| member.target.shape());
    let listed = member.and_then(|member| match member.kind {
        apigw_spec::Kind::String(known) => known.values.listed(),
        _ => None,
    });
    listed.is_none_or(|listed| listed.contains(&text))
}
