//! The answers to preflight requests that `Cors` of SAM adds to an API.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::events::{ANY, EventMethod};
use super::file_api::FileApi;
use super::fill::Fill;
use crate::read::{NodeContent, SourceNode};

/// The property that says what other origins may ask.
pub(super) const PROPERTY: &str = "Cors";
/// The method that browsers ask for permission.
const PREFLIGHT: &str = "OPTIONS";
/// The method that stands for all in documents.
const ANY_OF_DOCUMENTS: &str = "X-AMAZON-APIGATEWAY-ANY-METHOD";
/// What is allowed where a method stands for all.
const ALL: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
/// The origin that is allowed if none is named.
const EVERY_ORIGIN: &str = "'*'";
/// The properties in the order of the headers that they become.
const ORIGIN: (&str, &str) = ("AllowOrigin", "Access-Control-Allow-Origin");
const HEADERS: (&str, &str) = ("AllowHeaders", "Access-Control-Allow-Headers");
const METHODS: (&str, &str) = ("AllowMethods", "Access-Control-Allow-Methods");
const AGE: (&str, &str) = ("MaxAge", "Access-Control-Max-Age");
const CREDENTIALS: (&str, &str) = ("AllowCredentials", "Access-Control-Allow-Credentials");
const PROPERTIES: [&str; 5] = [ORIGIN.0, HEADERS.0, METHODS.0, AGE.0, CREDENTIALS.0];

/// Adds the answers to the paths of an API that have none. `cors` is what its template says, resolved; `body` is its
/// document, if it has one.
pub(super) fn add(
    api: &mut FileApi,
    cors: Option<&SourceNode<'_>>,
    body: Option<&SourceNode<'_>>,
    events: &[EventMethod<'_>],
    fill: &Fill,
) {
    let Some(cors) = cors.filter(|cors| !cors.is_null() && cors.text() != Some("")) else { return };
    let Some(allowed) = Allowed::new(api, cors, fill) else { return };

    let mut missing: HashMap<String, Option<Json>> = HashMap::new();
    for path in paths(api, body, events) {
        missing.entry(normalized(&path).to_owned()).or_insert_with(|| {
            let methods = words(&path, body, events.iter().filter(|event| event.api == api.name));
            (!methods.iter().any(|word| word == PREFLIGHT)).then(|| allowed.method(&methods))
        });
    }

    let resources = api.parts.get_mut("resources").and_then(Json::as_array_mut);
    for resource in resources.into_iter().flatten().filter_map(Json::as_object_mut) {
        let path = resource.get("path").and_then(Json::as_str).unwrap_or_default();
        let Some(method) = missing.remove(normalized(path)).flatten() else { continue };
        let methods = resource.entry("resourceMethods").or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.entry(PREFLIGHT).or_insert(method);
        }
    }
}

/// A path as the service has it, which takes one with a slash at its end for the one without.
fn normalized(path: &str) -> &str {
    if path == "/" { path } else { path.trim_end_matches('/') }
}

/// The paths of an API: those of its document, and those of events.
fn paths(api: &FileApi, body: Option<&SourceNode<'_>>, events: &[EventMethod<'_>]) -> Vec<String> {
    let written = body.and_then(|body| body.get("paths")).map(SourceNode::entries).unwrap_or_default();
    let written =
        written.iter().filter_map(|(key, item)| key.text().filter(|key| key.starts_with('/') && item.is_map()));
    let of_events = events.iter().filter(|event| event.api == api.name).map(|event| event.path.as_str());
    written.chain(of_events).map(str::to_owned).collect()
}

/// The keys of a path in capitals, as SAM takes all of them for methods, and the methods of events.
fn words<'e>(
    path: &str,
    body: Option<&SourceNode<'_>>,
    events: impl Iterator<Item = &'e EventMethod<'e>>,
) -> Vec<String> {
    let written = body.and_then(|body| body.at(&["paths", path])).map(SourceNode::entries).unwrap_or_default();
    let written = written.iter().filter_map(|(key, _)| key.text()).map(str::to_ascii_uppercase);
    written.chain(events.filter(|event| event.path == path).map(|event| event.verb.clone())).collect()
}

/// What is allowed to other origins.
struct Allowed {
    /// The headers of answers with their values.
    headers: Vec<(&'static str, Json)>,
    /// Whether the methods follow from those of each path.
    has_own_methods: bool,
}

impl Allowed {
    /// What a property says; nothing if SAM refuses it, which is noted.
    fn new(api: &mut FileApi, cors: &SourceNode<'_>, fill: &Fill) -> Option<Self> {
        if !cors.is_map() {
            let origin = known(api, ORIGIN.0, cors, fill);
            let headers = origin.into_iter().map(|value| (ORIGIN.1, value)).collect();
            return Some(Self { headers, has_own_methods: true });
        }

        let others = cors.entries().iter().map(|(key, _)| key.text().unwrap_or("?"));
        api.not_enforced.extend(others.filter(|key| !PROPERTIES.contains(key)).map(|key| format!("{PROPERTY}.{key}")));
        let given = |(property, _): (&str, &str)| {
            let value = cors.get(property).filter(|value| !value.is_null());
            value.filter(|value| value.text() != Some(""))
        };
        let with_credentials = given(CREDENTIALS).is_some_and(|node| node.to_json() == Json::Bool(true));
        let origin = match given(ORIGIN) {
            Some(node) => known(api, ORIGIN.0, node, fill),
            None => Some(EVERY_ORIGIN.into()),
        };
        if with_credentials && origin.as_ref().is_some_and(|origin| origin == EVERY_ORIGIN) {
            api.not_enforced.push(format!("{PROPERTY} (credentials need an `AllowOrigin`)"));
            return None;
        }

        let mut headers: Vec<_> = origin.into_iter().map(|value| (ORIGIN.1, value)).collect();
        for property in [HEADERS, METHODS, AGE] {
            let value = given(property).and_then(|node| known(api, property.0, node, fill));
            headers.extend(value.map(|value| (property.1, value)));
        }
        if with_credentials {
            headers.push((CREDENTIALS.1, "'true'".into()));
        }
        Some(Self { headers, has_own_methods: given(METHODS).is_none() })
    }

    /// The method of a path with some methods, as the service would list it.
    fn method(&self, methods: &[String]) -> Json {
        let mut headers = self.headers.clone();
        if self.has_own_methods {
            headers.push((METHODS.1, format!("'{}'", listed(methods)).into()));
        }
        let name = |header: &str| format!("method.response.header.{header}");
        let declared: Map<String, Json> = headers.iter().map(|(header, _)| (name(header), false.into())).collect();
        // The service leaves out what is no string.
        let values = headers.iter().filter(|(_, value)| value.is_string());
        let values: Map<String, Json> = values.map(|(header, value)| (name(header), value.clone())).collect();
        json!({
            "httpMethod": PREFLIGHT,
            "authorizationType": "NONE",
            "methodIntegration": {
                "type": "MOCK",
                "requestTemplates": {"application/json": "{\n  \"statusCode\" : 200\n}\n"},
                "integrationResponses": {"default": {
                    "statusCode": "200",
                    "responseParameters": values,
                    "responseTemplates": {"application/json": "{}\n"},
                }},
            },
            "methodResponses": {"200": {"statusCode": "200", "responseParameters": declared}},
        })
    }
}

/// The methods that are allowed on a path with some methods.
fn listed(methods: &[String]) -> String {
    if methods.iter().any(|word| word == ANY || word == ANY_OF_DOCUMENTS) {
        return ALL.join(",");
    }
    let mut words: Vec<_> = methods.iter().map(String::as_str).chain([PREFLIGHT]).collect();
    words.sort_unstable();
    words.dedup();
    words.join(",")
}

/// The value of a property that is known or has a sample: a number stays one.
fn known(api: &mut FileApi, property: &str, node: &SourceNode<'_>, fill: &Fill) -> Option<Json> {
    if matches!(node.content, NodeContent::Scalar { .. }) && node.tag.is_none() {
        return Some(node.to_json());
    }
    let found = fill.value(node);
    if found.is_none() {
        api.note_unknown(&[PROPERTY, property], node);
    }
    found.map(Json::from)
}
