//! Models as schemas of a document.

use serde_json::{Map, Value as Json};

/// The schema of a model: references lead to the schemas of the document.
pub(super) fn exported_schema(text: &str, prefix: &str) -> Option<Json> {
    let schema: Json = serde_json::from_str(text).ok()?;
    Some(match exported(&schema, prefix) {
        Json::Object(mut members) => {
            members.shift_remove("$schema");
            Json::Object(members)
        }
        other => other,
    })
}

fn exported(value: &Json, prefix: &str) -> Json {
    match value {
        Json::Object(members) => {
            let member = |(name, value): (&String, &Json)| {
                let model = value.as_str().filter(|_| name == "$ref").and_then(|url| url.rsplit_once("/models/"));
                let value = match model {
                    Some((_, model)) => format!("{prefix}{model}").into(),
                    None => exported(value, prefix),
                };
                (name.clone(), value)
            };
            Json::Object(members.iter().map(member).collect::<Map<_, _>>())
        }
        Json::Array(items) => items.iter().map(|item| exported(item, prefix)).collect(),
        other => other.clone(),
    }
}
