//! Schemas of a document as models.

use serde_json::Value as Json;

use super::document::OpenApi;
use super::note::DocumentNote;
use crate::definition::DefinitionPart;
use crate::read::SourceNode;

/// Where a schema is used: the status of the response if it is one, and the operation.
pub(super) struct SchemaUse<'u> {
    pub(super) status: Option<&'u str>,
    pub(super) operation: &'u str,
}

impl<'d, 't> OpenApi<'d, 't> {
    /// The schemas that have names.
    pub(super) fn schemas(&self) -> impl Iterator<Item = (&'d SourceNode<'t>, &'d SourceNode<'t>)> + use<'d, 't> {
        let found = [self.root.get("definitions"), self.root.at(&["components", "schemas"])];
        let entries = found.into_iter().flatten().flat_map(SourceNode::entries);
        let named = entries.filter(|(key, _)| key.text().is_some_and(|text| !text.starts_with("x-")));
        named.map(|(key, schema)| (key, schema))
    }

    /// The model of a schema in a document that is imported as it is; nothing if an import leaves it out.
    pub(super) fn imported_model(&self, schema: &SourceNode<'_>, used: &SchemaUse<'_>) -> Option<DefinitionPart> {
        if schema.get("$ref").is_some() {
            let reference = super::document::model(schema);
            let name = reference.known_text().unwrap_or_default();
            if !name.is_empty() && self.schemas().any(|(key, _)| key.text() == Some(name)) {
                return Some(reference);
            }
            let shown = if name.is_empty() { schema.get("$ref")?.text()? } else { name };
            self.note(DocumentNote::UnknownModel { model: shown.to_owned() });
            return None;
        }

        if let Some(kind) = unsupported(schema) {
            let operation = used.operation.to_owned();
            self.note(match used.status {
                Some(status) => {
                    DocumentNote::UnsupportedModel { kind: kind.to_owned(), status: status.to_owned(), operation }
                }
                None => DocumentNote::UnsupportedRequest { operation },
            });
            return None;
        }
        let json = schema.to_json();
        let name = inline_name(&json);
        self.add_inline(&name, json);
        Some(DefinitionPart::text(name, schema.span()))
    }
}

/// What the service calls a schema that cannot become a model: one of a scalar, or of others.
fn unsupported(schema: &SourceNode<'_>) -> Option<&'static str> {
    if ["allOf", "anyOf", "oneOf"].iter().any(|word| schema.get(word).is_some()) {
        return Some("ComposedSchema");
    }
    Some(match schema.get("type").and_then(SourceNode::text)? {
        "string" => "StringSchema",
        "integer" => "IntegerSchema",
        "number" => "NumberSchema",
        "boolean" => "BooleanSchema",
        _ => return None,
    })
}

/// The name of a model that has none: it follows from its content (FNV-1a).
fn inline_name(schema: &Json) -> String {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = schema.to_string().bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    format!("MODEL{:06x}", (hash >> 24) & 0xff_ffff)
}

#[cfg(test)]
mod tests {
    use super::inline_name;
    use crate::read::read;

    #[test]
    fn models_without_a_name_have_one_that_follows_from_them() {
        let of = |text: &str| inline_name(&read(text).expect("JSON").to_json());
        assert_eq!(of(r#"{"type": "object"}"#), of(r#"{"type":"object"}"#));
        assert_ne!(of(r#"{"type": "object"}"#), of(r#"{"type": "array"}"#));
        assert!(of("{}").len() == 11 && of("{}").bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
}
