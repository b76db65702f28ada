//! Whether the parts of an API are valid: each is checked as the input of the call that makes it, by the rules that an
//! import enforces.

use apigw_lint::ImportDocument;
use apigw_model::__private::deserialize;
use apigw_model::server::ErrorReply;
use apigw_model::{
    CreateModel, Integration, IntegrationResponse, Method, Model, Operation, PutIntegration, PutIntegrationResponse,
    PutMethod, Structured,
};
use serde_json::{Map, Value as Json};

use super::findings::ImportFindings;
use super::members::text;
use crate::check::check_import;
use crate::store::{State, to_json};

/// Checks what a document has put into an API.
pub(super) fn judge_parts(state: &State, id: &str, document: &ImportDocument, findings: &mut ImportFindings) {
    let Ok(api) = state.api(id) else { return };
    for part in &document.models {
        let name = text(part, "name");
        if let Some(model) = api.models.get(name)
            && let Some(error) = refused::<CreateModel, Model>(state, model, &[("restApiId", id)])
        {
            findings.add_error("import-create-model", &[("model", name)], &error);
        }
    }

    for (resource_id, resource) in &api.resources {
        let path = resource.path.as_deref().unwrap_or_default();
        for (name, method) in resource.resource_methods.iter().flatten() {
            let place = [("restApiId", id), ("resourceId", resource_id.as_str()), ("httpMethod", name.as_str())];
            let holes = [("method", name.as_str()), ("path", path)];
            let mut add = |text: &str, error: Option<ErrorReply>| {
                if let Some(error) = error {
                    findings.add_error(text, &holes, &error);
                }
            };
            add("import-put-method", refused::<PutMethod, Method>(state, method, &place));
            let Some(integration) = &method.method_integration else { continue };
            add("import-put-integration", refused_integration(state, integration, &place));
            for response in integration.integration_responses.iter().flatten().map(|(_, response)| response) {
                let error = refused::<PutIntegrationResponse, IntegrationResponse>(state, response, &place);
                add("import-put-integration-response", error);
            }
        }
    }
}

/// The answer to the call that makes a part, if an import enforces what it breaks.
fn refused<I: Operation, P: Structured>(state: &State, part: &P, place: &[(&str, &str)]) -> Option<ErrorReply> {
    let members = to_json(part)?;
    check_import(state, &input::<I>(members, place)?)
}

/// The same for an integration, one member of which has another name in the call.
fn refused_integration(state: &State, integration: &Integration, place: &[(&str, &str)]) -> Option<ErrorReply> {
    let mut members = to_json(integration)?;
    if let Some(method) = members.remove("httpMethod") {
        members.insert("integrationHttpMethod".to_owned(), method);
    }
    check_import(state, &input::<PutIntegration>(members, place)?)
}

fn input<I: Operation>(mut members: Map<String, Json>, place: &[(&str, &str)]) -> Option<I> {
    for (name, value) in place {
        members.insert((*name).to_owned(), (*value).into());
    }
    members.retain(|name, _| I::SHAPE.members().iter().any(|member| member.name == name));
    deserialize(Json::Object(members)).ok()
}
