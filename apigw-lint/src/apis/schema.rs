//! The schemas of a document as models of the service.

use serde_json::{Value as Json, json};

use crate::read::SourceNode;

/// Where the models of an API are, to which an import turns references.
const MODELS: &str = "https://apigateway.amazonaws.com/restapis/api/models/";

/// The models that a document defines, as the service would list them.
pub(super) fn models(root: &SourceNode<'_>) -> Json {
    let found = [root.get("definitions"), root.at(&["components", "schemas"])];
    let models = found.into_iter().flatten().flat_map(SourceNode::entries).filter_map(|(name, schema)| {
        let name = name.text().filter(|name| !name.starts_with("x-"))?;
        let mut schema = schema.to_json();
        lead_to_models(&mut schema);
        Some(json!({"name": name, "contentType": "application/json", "schema": schema.to_string()}))
    });
    models.collect()
}

/// Turns the references within the document into the URLs of models.
fn lead_to_models(value: &mut Json) {
    match value {
        Json::Object(members) => {
            for (name, value) in members {
                let reference = value.as_str().filter(|_| name == "$ref").and_then(reference);
                match reference {
                    Some(reference) => *value = reference,
                    None => lead_to_models(value),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(lead_to_models),
        _ => {}
    }
}

/// The URL of the model that a reference within the document leads to.
fn reference(text: &str) -> Option<Json> {
    let name = text.strip_prefix("#/definitions/").or_else(|| text.strip_prefix("#/components/schemas/"))?;
    Some(format!("{MODELS}{name}").into())
}
