//! Schemas as the service keeps them.

use serde_json::{Map, Value as Json};

use crate::pretty::pretty;

/// The order in which the members of a schema come out.
const ORDER: [&str; 24] = [
    "$schema",
    "$ref",
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "type",
    "not",
    "properties",
    "additionalProperties",
    "description",
    "format",
    "items",
];

/// Words of OpenAPI that are no JSON Schema: they are left out.
const LEFT_OUT: [&str; 8] =
    ["nullable", "discriminator", "readOnly", "writeOnly", "xml", "externalDocs", "example", "deprecated"];

/// Members whose keys are names.
const NAMED: [&str; 4] = ["properties", "patternProperties", "definitions", "dependencies"];

/// A schema of a document as the service keeps it: references lead to the models of the API.
pub(super) fn stored_schema(text: &str, api_id: &str) -> String {
    let Ok(schema) = serde_json::from_str::<Json>(text) else { return text.to_owned() };
    pretty(&stored(&schema, api_id))
}

fn stored(schema: &Json, api_id: &str) -> Json {
    match schema {
        Json::Object(members) => {
            let mut kept: Vec<(&String, Json)> = Vec::new();
            for (name, value) in members.iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())) {
                kept.push((name, member(name, value, api_id)));
            }
            kept.sort_by_key(|(name, _)| ORDER.iter().position(|known| known == name).unwrap_or(ORDER.len()));
            Json::Object(kept.into_iter().map(|(name, value)| (name.clone(), value)).collect())
        }
        Json::Array(items) => items.iter().map(|item| stored(item, api_id)).collect(),
        other => other.clone(),
    }
}

fn member(name: &str, value: &Json, api_id: &str) -> Json {
    match value {
        Json::String(text) if name == "$ref" => match model_of(text) {
            Some(model) => format!("https://apigateway.amazonaws.com/restapis/{api_id}/models/{model}").into(),
            None => value.clone(),
        },
        Json::Object(named) if NAMED.contains(&name) => Json::Object(
            named.iter().map(|(name, schema)| (name.clone(), stored(schema, api_id))).collect::<Map<_, _>>(),
        ),
        // What is listed or given as an example is no schema.
        _ if matches!(name, "enum" | "default") => value.clone(),
        _ => stored(value, api_id),
    }
}

/// The model that a reference of a document leads to.
fn model_of(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix("#/definitions/").or_else(|| reference.strip_prefix("#/components/schemas/"))?;
    Some(name).filter(|name| !name.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::stored_schema;

    #[test]
    fn references_lead_to_models_and_members_are_in_order() {
        let text = r##"{"properties": {"b": {"$ref": "#/definitions/B"}, "example": {"type": "string", "example": 1}},
            "type": "object", "required": ["b"], "nullable": true}"##;
        let stored = stored_schema(text, "a1");
        let expected = "{\n  \"required\" : [ \"b\" ],\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"b\" : {\n      \
            \"$ref\" : \"https://apigateway.amazonaws.com/restapis/a1/models/B\"\n    },\n    \"example\" : {\n      \
            \"type\" : \"string\"\n    }\n  }\n}";
        assert_eq!(stored, expected);
    }
}
