//! What is wrong with an API: by the rules, and in the templates whatever is sent.

use std::collections::BTreeMap;

use apigw_engine::{MethodForecast, forecast_methods};
use apigw_model::Resource;
use apigw_spec::api::ApiFinding;
use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::violation::{ModelNaming, Naming};
use serde_json::{Value, json};

use crate::check::check_stored;
use crate::store::{Api, State};

/// The findings in an API, with where they are: a resource, a method, and names that lead on from there.
pub(super) fn findings(state: &State, id: &str, api: &Api) -> Value {
    let of_rules = check_stored(state, id).into_iter().map(|finding| shown(&finding, &api.resources));
    let resources: Vec<&Resource> = api.resources.values().collect();
    let resources = serde_json::to_value(resources).unwrap_or_default();
    let of_templates = forecast_methods(&resources).into_iter().map(|mistake| forecast(mistake, &api.resources));
    of_rules.chain(of_templates).collect()
}

/// The part of an API that has its methods.
const RESOURCES: &str = "resources";

/// The identifier of a resource by its position in the list that rules see.
fn resource(resources: &BTreeMap<String, Resource>, index: usize) -> Option<&String> {
    resources.keys().nth(index)
}

/// The names of methods in the place of their positions.
struct StoredNaming<'s>(&'s BTreeMap<String, Resource>);

impl Naming for StoredNaming<'_> {
    fn member(&self, name: &str) -> String {
        name.to_owned()
    }

    fn path(&self, path: &ValuePath) -> String {
        let [Segment::Index(index), Segment::Member("resourceMethods"), Segment::Key(verb), rest @ ..] =
            path.segments.as_slice()
        else {
            return ModelNaming.path(path);
        };
        let resource = path.context.filter(|name| *name == RESOURCES).and_then(|_| self.0.values().nth(*index));
        let Some(resource) = resource else { return ModelNaming.path(path) };
        let rest = ValuePath { context: None, segments: rest.to_vec() };
        format!("{verb} {}: {}", resource.path.as_deref().unwrap_or_default(), ModelNaming.path(&rest))
    }
}

fn shown(finding: &ApiFinding, resources: &BTreeMap<String, Resource>) -> Value {
    let violation = &finding.violation;
    let mut segments = finding.path.segments.iter();
    let index = match segments.next() {
        Some(Segment::Index(index)) if finding.path.context == Some(RESOURCES) => Some(*index),
        _ => None,
    };
    let names: Vec<&str> = segments
        .filter_map(|segment| match segment {
            Segment::Member(name) => Some(*name),
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) | Segment::HiddenKey => None,
        })
        .collect();
    let (verb, within) = match names.as_slice() {
        ["resourceMethods", verb, within @ ..] if index.is_some() => (Some(*verb), within),
        within => (None, within),
    };

    json!({
        "rule": violation.rule,
        "severity": if violation.is_error() { "error" } else { "warning" },
        "part": finding.part,
        "message": violation.render(&StoredNaming(resources)),
        "aws": violation.message,
        "resource": index.and_then(|index| resource(resources, index)),
        "method": verb,
        "within": within,
    })
}

fn forecast(found: MethodForecast, resources: &BTreeMap<String, Resource>) -> Value {
    let within: Vec<String> = std::iter::once("methodIntegration".to_owned()).chain(found.mistake.path).collect();
    json!({
        "rule": found.mistake.rule,
        "severity": "warning",
        "part": format!("{} {}", found.verb, found.path),
        "message": found.mistake.message,
        "resource": resource(resources, found.resource),
        "method": found.verb,
        "within": within,
    })
}
