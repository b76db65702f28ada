//! What is wrong with the templates of an API whatever is sent: the engine runs them on values that are not known.

use apigw_engine::{Forecast, forecast};
use apigw_lint::IntegrationMistake;
use apigw_spec::path::{Segment, ValuePath};
use serde_json::Value as Json;

/// A mistake in a template, where it is in an API.
pub(crate) struct TemplateMistake {
    /// What kind of mistake it is.
    pub(crate) rule: &'static str,
    /// What people call the method.
    pub(crate) part: String,
    /// Where the template is.
    pub(crate) path: ValuePath,
    /// What is wrong, and what to do.
    pub(crate) message: String,
}

/// The members that lead to templates from an integration.
const MEMBERS: [&str; 3] = ["requestTemplates", "integrationResponses", "responseTemplates"];

/// The mistakes in an integration.
pub(crate) fn of_integration(integration: &Json) -> Vec<IntegrationMistake> {
    let mistake = |Forecast { rule, path, message, .. }| IntegrationMistake { rule, path, message };
    forecast(integration).into_iter().map(mistake).collect()
}

/// The mistakes in a part of an API that is a list of resources with their methods.
pub(crate) fn of_resources(name: &'static str, resources: &Json) -> Vec<TemplateMistake> {
    let mut found = Vec::new();
    for (index, resource) in resources.as_array().into_iter().flatten().enumerate() {
        let methods = resource.get("resourceMethods").and_then(Json::as_object).into_iter().flatten();
        for (verb, method) in methods {
            let path = resource.get("path").and_then(Json::as_str).unwrap_or_default();
            let start = [
                Segment::Index(index),
                Segment::Member("resourceMethods"),
                Segment::Key(verb.clone()),
                Segment::Member("methodIntegration"),
            ];

            let mistakes = method.get("methodIntegration").map(of_integration).unwrap_or_default();
            found.extend(mistakes.into_iter().map(|mistake| TemplateMistake {
                rule: mistake.rule,
                part: format!("{verb} {path}"),
                path: ValuePath {
                    context: Some(name),
                    segments: start.iter().cloned().chain(mistake.path.iter().map(segment)).collect(),
                },
                message: mistake.message,
            }));
        }
    }
    found
}

fn segment(name: &String) -> Segment {
    let member = MEMBERS.into_iter().find(|member| member == name);
    member.map_or_else(|| Segment::Key(name.clone()), Segment::Member)
}
