//! Checks of integrations beyond the rules.

use apigw_spec::rule::Severity;
use serde_json::Value as Json;

use super::fill::Fill;
use super::value::JsonConversion;
use crate::definition::{ApiDefinition, DefinitionPart, PartFields, PartValue};
use crate::finding::FileFinding;

/// A mistake in an integration that no rule sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegrationMistake {
    /// The identifier of what is checked.
    pub rule: &'static str,
    /// The names that lead to the value from the integration.
    pub path: Vec<String>,
    /// What is wrong, and what to do.
    pub message: String,
}

/// A check of integrations.
#[derive(Debug, Clone, Copy)]
pub struct IntegrationCheck {
    /// The identifiers of all that it finds, so that suppressions can name them.
    pub rules: &'static [&'static str],
    /// The members that it looks at: it finds nothing in an integration without any of them, however deep in structures and
    /// maps. Lists are not looked into.
    pub members: &'static [&'static str],
    /// What is wrong with an integration, as the service's API has it. What is not known is null.
    pub run: fn(&Json) -> Vec<IntegrationMistake>,
}

/// What a check finds in the integrations of an API. All of it are warnings.
pub(crate) fn findings(api: &ApiDefinition, check: IntegrationCheck) -> Vec<FileFinding> {
    let lists = api.parts.iter().filter_map(|(_, part)| match &part.value {
        PartValue::List(items) => Some(&items.0),
        _ => None,
    });

    let mut found = Vec::new();
    for resource in lists.flatten().filter_map(fields) {
        let methods = resource.part("resourceMethods").and_then(fields);
        let path = resource.part("path").and_then(DefinitionPart::known_text).unwrap_or_default();
        for (verb, method) in methods.into_iter().flat_map(PartFields::known) {
            let Some(integration) = fields(method).and_then(|method| method.part("methodIntegration")) else {
                continue;
            };
            if !has_any(integration, check.members) {
                continue;
            }
            let json = JsonConversion::new(&Fill::default()).part("", integration);
            found.extend((check.run)(&json).into_iter().map(|mistake| FileFinding {
                span: at(integration, &mistake.path).span(),
                rule: mistake.rule,
                severity: Severity::Warning,
                part: format!("{verb} {path}"),
                message: mistake.message,
                fixes: Vec::new(),
                is_secret: false,
            }));
        }
    }
    found
}

fn fields(part: &DefinitionPart) -> Option<&PartFields> {
    match &part.value {
        PartValue::Map(fields) | PartValue::Structure(fields) => Some(fields),
        _ => None,
    }
}

/// Whether a part has one of some members, however deep in structures and maps. Lists are not looked into.
fn has_any(part: &DefinitionPart, members: &[&str]) -> bool {
    let has = |(name, part): (&str, &DefinitionPart)| members.contains(&name) || has_any(part, members);
    fields(part).is_some_and(|fields| fields.known().any(has))
}

/// The part that names lead to, or the last on the way.
fn at<'d>(mut part: &'d DefinitionPart, path: &[String]) -> &'d DefinitionPart {
    for name in path {
        let Some(next) = fields(part).and_then(|fields| fields.part(name)) else { break };
        part = next;
    }
    part
}
