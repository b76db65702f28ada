//! Imports the format of botocore, `service-2.json` and `paginators-1.json`: the service and its operations.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::stated::{check_keys, deprecated, stated};
use super::{normal, shapes};
use crate::read::ast::{AstOperation, AstReference, AstService, AstShape, Body, Model, Trait, Traits};
use crate::read::error::{Problems, ReadErrors, Site};
use crate::read::json::{self, Node};
use crate::read::traits::{HTTP, PAGINATED, REST_JSON, SERVICE, SIGV4, TITLE};

/// The normal form of a botocore model and its paginators.
///
/// # Errors
///
/// Every problem of the strings, under the names of botocore's files: no JSON, another protocol than `rest-json`, what
/// the importer does not understand. What the shapes say to each other is checked when the result is read.
pub fn botocore(service: &str, paginators: Option<&str>) -> Result<String, ReadErrors> {
    let mut problems = Problems::default();
    let site = Site::root("service-2.json");
    let service = json::parse(service, &site, &mut problems);
    let pages_site = Site::root("paginators-1.json");
    let pages = paginators.and_then(|text| json::parse(text, &pages_site, &mut problems));
    let pages = pages.as_ref().map(|value| Node { value, site: pages_site });
    let mut model = Model::default();
    if let Some(value) = &service {
        import(&Node { value, site }, pages.as_ref(), &mut model, &mut problems);
    }
    problems.finish()?;
    Ok(normal::text(model))
}

fn import(file: &Node<'_>, pages: Option<&Node<'_>>, model: &mut Model, problems: &mut Problems) {
    check_keys(file, None, &["version", "metadata", "operations", "shapes", "documentation", "examples"], problems);
    let Some(metadata) = part(file, "metadata", problems) else { return };
    let Some(prefix) = metadata.required_text("endpointPrefix", None, problems) else { return };
    let name: String = prefix.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    let namespace = format!("com.amazonaws.{name}");

    if let Some(found) = part(file, "shapes", problems) {
        for (name, node) in found.entries(None, problems) {
            let shape = shapes::import(&namespace, name, &node, problems);
            model.shapes.insert(shape.id.clone(), shape);
        }
    }

    let mut pages = pages.and_then(|pages| part(pages, "pagination", problems));
    let mut operations = Vec::new();
    if let Some(found) = part(file, "operations", problems) {
        for (name, node) in found.entries(None, problems) {
            let shape = operation(&namespace, name, &node, pages.as_ref(), model, problems);
            operations.push(AstReference { target: shape.id.clone(), site: node.site.clone() });
            if let Some(before) = model.shapes.insert(shape.id.clone(), shape) {
                problems.shape(&node.site, &before.id, "is both a shape and an operation");
            }
        }
        let unknown = pages.take().map(|pages| pages.entries(None, problems)).unwrap_or_default();
        for (name, node) in unknown.iter().filter(|(name, _)| found.get(name).is_none()) {
            problems.file(&node.site, format!("the file pages the unknown operation `{name}`"));
        }
    }

    if let Some(service) = service(&namespace, &metadata, operations, problems) {
        model.shapes.insert(service.id.clone(), service);
    }
}

/// A part that the format requires.
fn part<'n>(node: &Node<'n>, key: &str, problems: &mut Problems) -> Option<Node<'n>> {
    let found = node.get(key);
    if found.is_none() {
        problems.file(&node.site, format!("the file lacks `{key}`"));
    }
    found
}

fn service(
    namespace: &str,
    metadata: &Node<'_>,
    operations: Vec<AstReference>,
    problems: &mut Problems,
) -> Option<AstShape> {
    let version = metadata.required_text("apiVersion", None, problems);
    let sdk_id = metadata.required_text("serviceId", None, problems);
    let title = metadata.required_text("serviceFullName", None, problems);
    let endpoint_prefix = metadata.required_text("endpointPrefix", None, problems)?;

    for (key, wanted) in [("protocol", "rest-json"), ("signatureVersion", "v4")] {
        let found = metadata.required_text(key, None, problems);
        if let Some(found) = found.filter(|found| *found != wanted) {
            let site = metadata.site.child(key);
            problems.file(&site, format!("the file has the {key} `{found}`; only `{wanted}` is supported"));
        }
    }

    let signing_name = metadata.get("signingName").and_then(|name| name.text(None, problems));
    let site = &metadata.site;
    let traits = Traits::from([
        stated(SERVICE, json!({ "endpointPrefix": endpoint_prefix, "sdkId": sdk_id? }), site),
        stated(SIGV4, json!({ "name": signing_name.unwrap_or(endpoint_prefix) }), site),
        stated(REST_JSON, json!({}), site),
        stated(TITLE, json!(title?), site),
    ]);

    let body = AstService { version: version?.to_owned(), operations, errors: Vec::new() };
    let id = format!("{namespace}#");
    Some(AstShape { id, site: site.clone(), body: Body::Service(body), traits })
}

/// The keys of an operation that are understood, or have no consequence for a call.
const OPERATION_KEYS: &[&str] = &[
    "name",
    "http",
    "input",
    "output",
    "errors",
    "deprecated",
    "deprecatedMessage",
    "documentation",
    "documentationUrl",
    "idempotent",
    "readonly",
    "operationContextParams",
    "staticContextParams",
    "unsignedPayload",
];

fn operation(
    namespace: &str,
    name: &str,
    node: &Node<'_>,
    pages: Option<&Node<'_>>,
    model: &Model,
    problems: &mut Problems,
) -> AstShape {
    let id = format!("{namespace}#{name}");
    check_keys(node, Some(&id), OPERATION_KEYS, problems);
    let mut target = |node: Option<Node<'_>>| {
        let node = node?;
        let name = node.required_text("shape", Some(&id), problems)?;
        Some(AstReference { target: format!("{namespace}#{name}"), site: node.site.child("shape") })
    };

    let (input, output) = (target(node.get("input")), target(node.get("output")));
    let errors = node.get("errors").map(|errors| errors.items(None, &mut Problems::default())).unwrap_or_default();
    let errors = errors.into_iter().filter_map(|error| target(Some(error))).collect();
    let mut traits = deprecated(node);
    let members = input.as_ref().and_then(|input| model.shapes.get(&input.target));
    traits.extend(http(node, &id, members, problems));
    if let Some(pages) = pages.and_then(|pages| pages.get(name)) {
        traits.extend(paginated(&pages, &id, problems));
    }
    let body = Body::Operation(AstOperation { input, output, errors });
    AstShape { id, site: node.site.clone(), body, traits }
}

/// The HTTP request, with its labels named after members.
fn http(node: &Node<'_>, id: &str, input: Option<&AstShape>, problems: &mut Problems) -> Option<(String, Trait)> {
    let Some(http) = node.get("http") else {
        problems.shape(&node.site, id, "lacks `http`");
        return None;
    };
    check_keys(&http, Some(id), &["method", "requestUri", "responseCode"], problems);
    let method = http.required_text("method", Some(id), problems)?;
    let uri = http.required_text("requestUri", Some(id), problems)?;
    let code = http.get("responseCode").map_or(Value::from(200), |code| code.value.clone());
    let labels: BTreeMap<&str, &str> = input.map(shapes::label_names).unwrap_or_default();
    let mut path = String::new();
    for (index, piece) in uri.split('{').enumerate() {
        let Some((label, rest)) = piece.split_once('}').filter(|_| index > 0) else {
            path.push_str(piece);
            continue;
        };
        let (name, greedy) = label.strip_suffix('+').map_or((label, ""), |name| (name, "+"));
        let name = labels.get(name).unwrap_or(&name);
        path.push_str(&["{", name, greedy, "}", rest].concat());
    }
    Some(stated(HTTP, json!({ "code": code, "method": method, "uri": path }), &http.site))
}

/// How an operation is paged. botocore can also page by expressions over the output, which Smithy cannot.
fn paginated(pages: &Node<'_>, id: &str, problems: &mut Problems) -> Option<(String, Trait)> {
    let known = ["input_token", "output_token", "result_key", "limit_key", "non_aggregate_keys"];
    check_keys(pages, Some(id), &known, problems);
    let mut parts = serde_json::Map::new();
    let smithy = [("inputToken", 0), ("items", 2), ("outputToken", 1), ("pageSize", 3)];
    for (key, index) in smithy {
        let Some(found) = known.get(index).and_then(|known| pages.get(known)) else { continue };
        let name = found.text(Some(id), problems)?;
        parts.insert(key.to_owned(), Value::from(name));
    }
    Some(stated(PAGINATED, Value::Object(parts), &pages.site))
}
