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

/// Where in an API something is.
struct StoredPlace<'p> {
    resource: Option<&'p Resource>,
    verb: Option<&'p str>,
    /// What leads on from there.
    within: &'p [Segment],
}

impl<'p> StoredPlace<'p> {
    fn of(path: &'p ValuePath, resources: &'p BTreeMap<String, Resource>) -> Self {
        let (resource, rest) = match path.segments.as_slice() {
            [Segment::Index(index), rest @ ..] if path.context == Some(RESOURCES) => (at(resources, *index), rest),
            all => (None, all),
        };
        match rest {
            [Segment::Member("resourceMethods"), Segment::Key(verb), within @ ..] if resource.is_some() => {
                Self { resource, verb: Some(verb), within }
            }
            within => Self { resource, verb: None, within },
        }
    }
}

/// A resource by its position in the list that rules see.
fn at(resources: &BTreeMap<String, Resource>, index: usize) -> Option<&Resource> {
    resources.values().nth(index)
}

/// The names of methods in the place of their positions.
struct StoredNaming<'s>(&'s BTreeMap<String, Resource>);

impl Naming for StoredNaming<'_> {
    fn member(&self, name: &str) -> String {
        name.to_owned()
    }

    fn path(&self, path: &ValuePath) -> String {
        let StoredPlace { resource: Some(resource), verb: Some(verb), within } = StoredPlace::of(path, self.0) else {
            return ModelNaming.path(path);
        };
        let within = ValuePath { context: None, segments: within.to_vec() };
        format!("{verb} {}: {}", resource.path.as_deref().unwrap_or_default(), ModelNaming.path(&within))
    }
}

fn shown(finding: &ApiFinding, resources: &BTreeMap<String, Resource>) -> Value {
    let violation = &finding.violation;
    let place = StoredPlace::of(&finding.path, resources);
    let within = place.within.iter().filter_map(|segment| match segment {
        Segment::Member(name) => Some(*name),
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) | Segment::HiddenKey => None,
    });

    json!({
        "rule": violation.rule,
        "severity": if violation.is_error() { "error" } else { "warning" },
        "part": finding.part,
        "message": violation.render(&StoredNaming(resources)),
        "resource": place.resource.map(|resource| &resource.id),
        "method": place.verb,
        "within": within.collect::<Vec<_>>(),
    })
}

fn forecast(found: MethodForecast, resources: &BTreeMap<String, Resource>) -> Value {
    let within: Vec<String> = std::iter::once("methodIntegration".to_owned()).chain(found.mistake.path).collect();
    json!({
        "rule": found.mistake.rule,
        "severity": "warning",
        "part": format!("{} {}", found.verb, found.path),
        "message": found.mistake.message,
        "resource": at(resources, found.resource).map(|resource| &resource.id),
        "method": found.verb,
        "within": within,
    })
}
