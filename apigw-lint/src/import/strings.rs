//! Values in maps of strings that are no strings: an import leaves them out.

use serde_json::Value as Json;

use crate::openapi::DocumentNote;

/// The maps of strings of an integration and of its responses.
const OF_INTEGRATION: [&str; 2] = ["requestParameters", "requestTemplates"];
const OF_RESPONSE: [&str; 2] = ["responseParameters", "responseTemplates"];

/// Leaves out what is no string, and says so.
pub(super) fn drop_mistyped(resources: &mut [Json], notes: &mut Vec<DocumentNote>) {
    for resource in resources {
        let path = resource.get("path").and_then(Json::as_str).unwrap_or_default().to_owned();
        let methods = resource.get_mut("resourceMethods").and_then(Json::as_object_mut);
        for (method, settings) in methods.into_iter().flatten() {
            let Some(integration) = settings.get_mut("methodIntegration") else { continue };
            for member in OF_INTEGRATION {
                strings_of(integration, member, (&path, method), notes);
            }
            let responses = integration.get_mut("integrationResponses").and_then(Json::as_object_mut);
            for response in responses.into_iter().flat_map(|responses| responses.values_mut()) {
                for member in OF_RESPONSE {
                    strings_of(response, member, (&path, method), notes);
                }
            }
        }
    }
}

fn strings_of(holder: &mut Json, member: &'static str, (path, method): (&str, &str), notes: &mut Vec<DocumentNote>) {
    let Some(entries) = holder.get_mut(member).and_then(Json::as_object_mut) else { return };
    entries.retain(|property, value| {
        let is_string = value.is_string();
        if !is_string {
            notes.push(DocumentNote::Mistyped {
                member,
                property: property.clone(),
                path: path.to_owned(),
                method: method.to_owned(),
                value: value.to_string(),
            });
        }
        is_string
    });
}
