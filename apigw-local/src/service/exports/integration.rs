//! Integrations in their extension.

use apigw_model::{Integration, IntegrationResponse};
use serde_json::{Map, Value as Json};

use crate::store::to_json;

/// Members that are left out where they have the value that an import fills in.
const INTERNET: (&str, &str) = ("connectionType", "INTERNET");
const TIMEOUT: (&str, i64) = ("timeoutInMillis", 29_000);

/// Members whose values are in lower case.
const LOWER_CASE: [&str; 2] = ["type", "passthroughBehavior"];

/// An integration as the extension of an operation has it.
pub(super) fn exported_integration(integration: &Integration, resource_id: &str) -> Json {
    let mut members = to_json(integration).unwrap_or_default();
    members.shift_remove("integrationResponses");
    members.retain(|name, value| {
        let is_internet = name == INTERNET.0 && value.as_str() == Some(INTERNET.1);
        let is_filled_in = is_internet || (name == TIMEOUT.0 && value.as_i64() == Some(TIMEOUT.1));
        let is_own_cache = name == "cacheNamespace" && value.as_str() == Some(resource_id);
        !is_filled_in && !is_own_cache && !is_empty(value)
    });
    for name in LOWER_CASE {
        if let Some(value) = members.get_mut(name)
            && let Some(text) = value.as_str().map(str::to_lowercase)
        {
            *value = text.into();
        }
    }

    let responses = integration.integration_responses.iter().flatten();
    let responses: Map<String, Json> = responses.map(|(_, response)| exported_response(response)).collect();
    if !responses.is_empty() {
        members.insert("responses".to_owned(), Json::Object(responses));
    }
    Json::Object(members)
}

/// A response by the pattern that selects it; one without a pattern is the default.
fn exported_response(response: &IntegrationResponse) -> (String, Json) {
    let mut members = to_json(response).unwrap_or_default();
    let pattern = members.shift_remove("selectionPattern");
    let pattern = pattern.as_ref().and_then(Json::as_str).filter(|pattern| !pattern.is_empty());
    members.retain(|_, value| !is_empty(value));
    (pattern.unwrap_or("default").to_owned(), Json::Object(members))
}

fn is_empty(value: &Json) -> bool {
    value.is_null() || value.as_object().is_some_and(Map::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}
