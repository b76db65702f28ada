//! What is wrong with the templates of an API whatever is sent: the engine runs them on values that are not known.

use apigw_engine::{Forecast, MethodForecast, NEVER_JSON, NEVER_STATUS, forecast, forecast_methods};
use apigw_lint::{IntegrationCheck, IntegrationMistake};
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

/// The members that hold templates.
const TEMPLATES: &[&str] = &["requestTemplates", "responseTemplates"];
/// The members that lead to templates from an integration.
const MEMBERS: [&str; 3] = ["requestTemplates", "integrationResponses", "responseTemplates"];

/// The check of the integrations in files.
pub(crate) const CHECK: IntegrationCheck =
    IntegrationCheck { rules: &[NEVER_JSON, NEVER_STATUS], members: TEMPLATES, run: of_integration };

/// The mistakes in an integration.
fn of_integration(integration: &Json) -> Vec<IntegrationMistake> {
    let mistake = |Forecast { rule, path, message, .. }| IntegrationMistake { rule, path, message };
    forecast(integration).into_iter().map(mistake).collect()
}

/// The mistakes in a part of an API that is a list of resources with their methods.
pub(crate) fn of_resources(name: &'static str, resources: &Json) -> Vec<TemplateMistake> {
    let found = forecast_methods(resources).into_iter();
    let mistake = |MethodForecast { resource, path, verb, mistake, .. }| {
        let start = [
            Segment::Index(resource),
            Segment::Member("resourceMethods"),
            Segment::Key(verb.clone()),
            Segment::Member("methodIntegration"),
        ];
        let segments = start.into_iter().chain(mistake.path.iter().map(segment)).collect();
        TemplateMistake {
            rule: mistake.rule,
            part: format!("{verb} {path}"),
            path: ValuePath { context: Some(name), segments },
            message: mistake.message,
        }
    };
    found.map(mistake).collect()
}

fn segment(name: &String) -> Segment {
    let member = MEMBERS.into_iter().find(|member| member == name);
    member.map_or_else(|| Segment::Key(name.clone()), Segment::Member)
}
