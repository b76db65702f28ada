//! The schemas of a document as models of the service.

use serde_json::{Map, Value as Json, json};

use crate::read::{NodeContent, ScalarForm, SourceNode};
use apigw_spec::value::shown;

/// Where the models of an API are, to which an import turns references.
const MODELS: &str = "https://apigateway.amazonaws.com/restapis/api/models/";

/// The models that a document defines, as the service would list them.
pub(super) fn models(root: &SourceNode<'_>) -> Json {
    let found = [root.get("definitions"), root.at(&["components", "schemas"])];
    let models = found.into_iter().flatten().flat_map(SourceNode::entries).filter_map(|(name, schema)| {
        let name = name.text().filter(|name| !name.starts_with("x-"))?;
        Some(json!({"name": name, "contentType": "application/json", "schema": json(schema).to_string()}))
    });
    models.collect()
}

fn json(node: &SourceNode<'_>) -> Json {
    match &node.content {
        NodeContent::Map(entries) => {
            let entry = |(key, value): &(SourceNode<'_>, SourceNode<'_>)| {
                let name = key.text()?;
                let reference = value.text().filter(|_| name == "$ref").and_then(reference);
                Some((name.to_owned(), reference.unwrap_or_else(|| json(value))))
            };
            Json::Object(entries.iter().filter_map(entry).collect::<Map<_, _>>())
        }
        NodeContent::List(items) => items.iter().map(json).collect(),
        NodeContent::Scalar { text, style: ScalarForm::Plain } => {
            // A plain scalar that is no JSON is a string of YAML.
            serde_json::from_str(text).unwrap_or_else(|_| Json::from(text.as_ref()))
        }
        NodeContent::Scalar { text, .. } => Json::from(text.as_ref()),
        NodeContent::Partial(parts) => Json::from(shown(parts)),
        NodeContent::Reference(reference) => Json::from(shown(&reference.parts)),
        NodeContent::Opaque => Json::Null,
    }
}

/// The URL of the model that a reference within the document leads to.
fn reference(text: &str) -> Option<Json> {
    let name = text.strip_prefix("#/definitions/").or_else(|| text.strip_prefix("#/components/schemas/"))?;
    Some(format!("{MODELS}{name}").into())
}
