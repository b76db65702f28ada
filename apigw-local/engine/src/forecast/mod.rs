//! What is wrong with the templates of an integration whatever is sent: found by running them on values that are not known.
//!
//! May import: `steps`, `velocity`.

mod automaton;
mod walk;

use serde_json::Value;

use crate::steps::mock;
use crate::velocity::parser;
use crate::velocity::tree::TemplateTree;

/// A template that starts as JSON does is none for any request.
pub const NEVER_JSON: &str = "template-is-never-json";
/// The template of a MOCK integration gives no status for any request.
pub const NEVER_STATUS: &str = "mock-status-is-never-an-integer";

/// The kinds of mistakes, each with what it means.
pub const FORECASTS: [(&str, &str); 2] = [
    (NEVER_JSON, "a mapping template for JSON gives something else, whatever is sent"),
    (
        NEVER_STATUS,
        "the template of a MOCK integration gives no integer as `statusCode`, whatever is sent, so every call ends with status 500",
    ),
];

/// The member by which a template gives the status of a MOCK integration.
const STATUS_CODE: &str = "statusCode";

/// A mistake that every request meets.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Forecast {
    /// What kind of mistake it is, one of [`FORECASTS`].
    pub rule: &'static str,
    /// The names that lead to the template from the integration.
    pub path: Vec<String>,
    /// What is wrong, and what to do.
    pub message: String,
}

/// The mistakes in the templates of an integration, as the service's API has it, that every request meets. Of what depends
/// on a request, any string is taken for possible.
///
/// ```
/// use apigw_engine::forecast;
/// use serde_json::json;
///
/// let templates = |template| json!({"type": "HTTP", "requestTemplates": {"application/json": template}});
/// let found = forecast(&templates("{\"id\": \"$input.params('id')\",}"));
/// assert_eq!(found.first().map(|mistake| mistake.rule), Some("template-is-never-json"));
/// assert_eq!(forecast(&templates("{\"id\": $input.json('$.id')}")), []);
/// ```
pub fn forecast(integration: &Value) -> Vec<Forecast> {
    let mut found = Vec::new();
    let is_mock = integration.get("type").and_then(Value::as_str) == Some("MOCK");
    for (media_type, template) in templates(integration, "requestTemplates") {
        let mistake = if is_mock { status_mistake(template) } else { json_mistake(media_type, template) };
        found.extend(mistake.map(|(rule, message)| {
            let path = vec!["requestTemplates".to_owned(), media_type.to_owned()];
            Forecast { rule, path, message }
        }));
    }
    let responses = integration.get("integrationResponses").and_then(Value::as_object).into_iter().flatten();

    for (key, response) in responses {
        for (media_type, template) in templates(response, "responseTemplates") {
            found.extend(json_mistake(media_type, template).map(|(rule, message)| {
                let path = ["integrationResponses", key, "responseTemplates", media_type];
                Forecast { rule, path: path.map(str::to_owned).into(), message }
            }));
        }
    }
    found
}

/// A mistake in a template of a method.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MethodForecast {
    /// The position of the resource in its list.
    pub resource: usize,
    /// The path of the resource.
    pub path: String,
    /// The verb of the method.
    pub verb: String,
    /// The mistake in its integration.
    pub mistake: Forecast,
}

/// The mistakes in the templates of resources with their methods, as the service lists them.
///
/// ```
/// let integration = serde_json::json!({"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": x}"}});
/// let resources = serde_json::json!([{"path": "/pets", "resourceMethods": {"GET": {"methodIntegration": integration}}}]);
/// let found = apigw_engine::forecast_methods(&resources);
/// assert_eq!(found.iter().map(|one| (one.path.as_str(), one.verb.as_str())).collect::<Vec<_>>(), [("/pets", "GET")]);
/// ```
pub fn forecast_methods(resources: &Value) -> Vec<MethodForecast> {
    let mut found = Vec::new();
    for (index, resource) in resources.as_array().into_iter().flatten().enumerate() {
        let path = resource.get("path").and_then(Value::as_str).unwrap_or_default();
        let methods = resource.get("resourceMethods").and_then(Value::as_object).into_iter().flatten();
        for (verb, method) in methods {
            let mistakes = method.get("methodIntegration").map(forecast).unwrap_or_default().into_iter();
            found.extend(mistakes.map(|mistake| MethodForecast {
                resource: index,
                path: path.to_owned(),
                verb: verb.clone(),
                mistake,
            }));
        }
    }
    found
}

fn templates<'v>(value: &'v Value, member: &str) -> impl Iterator<Item = (&'v str, &'v str)> {
    let entries = value.get(member).and_then(Value::as_object).into_iter().flatten();
    entries.filter_map(|(media_type, template)| Some((media_type.as_str(), template.as_str()?)))
}

/// The statements of a template; nothing if Velocity cannot read it, which is another mistake.
fn parsed(template: &str) -> Option<TemplateTree> {
    parser::parse(template).ok()
}

fn json_mistake(media_type: &str, template: &str) -> Option<(&'static str, String)> {
    let tree = parsed(template).filter(|_| media_type.contains("json"))?;
    let broken = walk::breaks_json(&tree, tree.block)?;
    let place = match broken {
        walk::Broken::At(excerpt) => format!("it breaks at `{excerpt}`"),
        walk::Broken::End(excerpt) => format!("nothing can end it so: `{excerpt}`"),
    };
    Some((NEVER_JSON, format!("this template renders to no JSON, whatever is sent: {place}; correct it")))
}

/// A template without a status is reported by the rules, which see it without running it.
fn status_mistake(template: &str) -> Option<(&'static str, String)> {
    let tree = parsed(template).filter(|_| template.contains(STATUS_CODE))?;
    let outputs = walk::outputs(&tree, tree.block)?;
    let is_broken = !outputs.is_empty() && outputs.iter().all(|output| mock::status(output).is_err());
    let message = "this template gives no integer as `statusCode`, whatever is sent, so every call ends with status 500; \
                   write `{\"statusCode\": 200}`";
    is_broken.then(|| (NEVER_STATUS, message.to_owned()))
}
