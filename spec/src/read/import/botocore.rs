//! Imports the format of botocore, `service-2.json`, `paginators-1.json` and `waiters-2.json`: the service and its
//! operations.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::identifiers::Identifiers;
use super::stated::{check_keys, deprecated, is_true, stated};
use super::{members, normal, shapes, waiters};
use crate::read::ast::{AstOperation, AstReference, AstService, AstShape, Body, Model, Trait, Traits};
use crate::read::error::{Problems, ReadErrors, Site};
use crate::read::json::{self, Node};
use crate::read::traits::{
    AUTH, BEARER_AUTH, CHECKSUM, CHECKSUM_REQUIRED, COMPRESSION, ENDPOINT, HTTP, IDEMPOTENT, OPTIONAL_AUTH, PAGINATED,
    READONLY, REST_JSON, SERVICE, SIGV4, TITLE, UNSIGNED_PAYLOAD, WAITABLE,
};

/// The normal form of a botocore model, its paginators and its waiters.
///
/// # Errors
///
/// Every problem of the strings, under the names of botocore's files: no JSON, another protocol than `rest-json`, what
/// the importer does not understand. What the shapes say to each other is checked when the result is read.
pub fn botocore(service: &str, paginators: Option<&str>, waiters: Option<&str>) -> Result<String, ReadErrors> {
    let mut problems = Problems::default();
    let site = Site::root("service-2.json");
    let service = json::parse(service, &site, &mut problems);
    let pages_site = Site::root("paginators-1.json");
    let pages = paginators.and_then(|text| json::parse(text, &pages_site, &mut problems));
    let pages = pages.as_ref().map(|value| Node { value, site: pages_site });
    let waiters_site = Site::root("waiters-2.json");
    let waiters = waiters.and_then(|text| json::parse(text, &waiters_site, &mut problems));
    let waiters = waiters.as_ref().map(|value| Node { value, site: waiters_site });

    let mut model = Model::default();
    if let Some(value) = &service {
        import(&Node { value, site }, pages.as_ref(), waiters.as_ref(), &mut model, &mut problems);
    }
    problems.finish()?;
    Ok(normal::text(model))
}

/// The keys of a file that are understood, or have no consequence for a call.
const FILE_KEYS: &[&str] = &[
    "version",
    "metadata",
    "operations",
    "shapes",
    "documentation",
    "examples",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
];

fn import(
    file: &Node<'_>,
    pages: Option<&Node<'_>>,
    waiters: Option<&Node<'_>>,
    model: &mut Model,
    problems: &mut Problems,
) {
    check_keys(file, None, FILE_KEYS, problems);
    let Some(metadata) = part(file, "metadata", problems) else { return };
    let Some(prefix) = metadata.required_text("endpointPrefix", None, problems) else { return };
    let name: String = prefix.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    let namespace = format!("com.amazonaws.{name}");
    let (found_shapes, found_operations) = (part(file, "shapes", problems), part(file, "operations", problems));
    let ids = Identifiers::new(&namespace, found_shapes.as_ref(), found_operations.as_ref());

    for (name, node) in found_shapes.map(|found| found.entries(None, problems)).unwrap_or_default() {
        let shape = shapes::import(&ids, name, &node, problems);
        model.shapes.insert(shape.id.clone(), shape);
    }

    let mut pages = pages.and_then(|pages| part(pages, "pagination", problems));
    let mut operations = Vec::new();
    if let Some(found) = found_operations {
        for (name, node) in found.entries(None, problems) {
            let shape = operation(&ids, name, &node, pages.as_ref(), model, problems);
            operations.push(AstReference { target: shape.id.clone(), site: node.site.clone() });
            model.shapes.insert(shape.id.clone(), shape);
        }
        let unknown = pages.take().map(|pages| pages.entries(None, problems)).unwrap_or_default();
        for (name, node) in unknown.iter().filter(|(name, _)| found.get(name).is_none()) {
            problems.file(&node.site, format!("the file pages the unknown operation `{name}`"));
        }
    }

    for (operation, found) in waiters.map(|file| waiters::import(file, problems)).unwrap_or_default() {
        match (model.shapes.get_mut(&ids.operation(&operation)), waiters) {
            (Some(shape), Some(file)) => shape.traits.extend([stated(WAITABLE, Value::Object(found), &file.site)]),
            (_, file) => {
                let site = file.map_or(&metadata.site, |file| &file.site);
                problems.file(site, format!("the file waits for the unknown operation `{operation}`"));
            }
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

    let supported = [("protocol", &["rest-json"] as &[&str]), ("signatureVersion", &["v4", "bearer"])];
    for (key, wanted) in supported {
        let found = metadata.required_text(key, None, problems);
        if let Some(found) = found.filter(|found| !wanted.contains(found)) {
            let (site, wanted) = (metadata.site.child(key), wanted.join("` and `"));
            let verb = if wanted.contains('`') { "are" } else { "is" };
            problems.file(&site, format!("the file has the {key} `{found}`; only `{wanted}` {verb} supported"));
        }
    }

    let signing_name = metadata.get("signingName").and_then(|name| name.text(None, problems));
    let site = &metadata.site;
    let mut traits = Traits::from([
        stated(SERVICE, json!({ "endpointPrefix": endpoint_prefix, "sdkId": sdk_id? }), site),
        stated(REST_JSON, json!({}), site),
        stated(TITLE, json!(title?), site),
    ]);
    traits.extend(schemes(metadata, signing_name.unwrap_or(endpoint_prefix), problems));

    let body = AstService { version: version?.to_owned(), operations, errors: Vec::new() };
    let id = format!("{namespace}#");
    Some(AstShape { id, site: site.clone(), body: Body::Service(body), traits })
}

/// The schemes by which requests are signed: version 4 unless the file names others. Version 4A is for requests to
/// several regions at once; a service that takes it takes version 4 for one region.
fn schemes(metadata: &Node<'_>, signing_name: &str, problems: &mut Problems) -> Traits {
    let given = metadata.get("auth").map(|auth| auth.items(None, problems)).unwrap_or_default();
    let mut schemes: Vec<&str> = given.iter().filter_map(|scheme| scheme.text(None, problems)).collect();
    if schemes.is_empty() {
        let bearer = metadata.get("signatureVersion").is_some_and(|version| version.value == "bearer");
        schemes.push(if bearer { BEARER_AUTH } else { SIGV4 });
    }

    let mut traits = Traits::new();
    for (index, scheme) in schemes.iter().enumerate() {
        match *scheme {
            SIGV4 => traits.extend([stated(SIGV4, json!({ "name": signing_name }), &metadata.site)]),
            BEARER_AUTH => traits.extend([stated(BEARER_AUTH, json!({}), &metadata.site)]),
            "aws.auth#sigv4a" if schemes.contains(&SIGV4) => {}
            other => {
                let site = given.get(index).map_or(&metadata.site, |node| &node.site);
                problems
                    .file(site, format!("the file has the authentication scheme `{other}`, which is not supported"));
            }
        }
    }
    traits
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
    "deprecatedSince",
    "documentation",
    "documentationUrl",
    "endpoint",
    "endpointdiscovery",
    "endpointoperation",
    "auth",
    "authtype",
    "httpChecksum",
    "httpChecksumRequired",
    "requestcompression",
    "idempotent",
    "readonly",
    "operationContextParams",
    "staticContextParams",
    "unsignedPayload",
];

fn operation(
    ids: &Identifiers<'_>,
    name: &str,
    node: &Node<'_>,
    pages: Option<&Node<'_>>,
    model: &Model,
    problems: &mut Problems,
) -> AstShape {
    let id = ids.operation(name);
    check_keys(node, Some(&id), OPERATION_KEYS, problems);
    let mut target = |node: Option<Node<'_>>| {
        let node = node?;
        let name = node.required_text("shape", Some(&id), problems)?;
        Some(AstReference { target: ids.shape(name), site: node.site.child("shape") })
    };

    let (input, output) = (target(node.get("input")), target(node.get("output")));
    let errors = node.get("errors").map(|errors| errors.items(None, &mut Problems::default())).unwrap_or_default();
    let errors = errors.into_iter().filter_map(|error| target(Some(error))).collect();
    let mut traits = deprecated(node);
    let members = input.as_ref().and_then(|input| model.shapes.get(&input.target));
    traits.extend(http(node, &id, members, problems));
    traits.extend(handling(node, &id, problems));
    for (key, name) in [("idempotent", IDEMPOTENT), ("readonly", READONLY)] {
        traits.extend(is_true(node, key).then(|| stated(name, json!({}), &node.site)));
    }
    if let Some(pages) = pages.and_then(|pages| pages.get(name)) {
        traits.extend(paginated(&pages, &id, problems));
    }
    let body = Body::Operation(AstOperation { input, output, errors });
    AstShape { id, site: node.site.clone(), body, traits }
}

/// What is done to the request beyond its members: the host, the signature, checksums, compression.
fn handling(node: &Node<'_>, id: &str, problems: &mut Problems) -> Traits {
    let mut traits = Traits::new();
    if let Some(endpoint) = node.get("endpoint") {
        check_keys(&endpoint, Some(id), &["hostPrefix"], problems);
        let prefix = endpoint.required_text("hostPrefix", Some(id), problems);
        traits.extend(prefix.map(|prefix| stated(ENDPOINT, json!({ "hostPrefix": prefix }), &endpoint.site)));
    }

    if let Some(auth) = node.get("auth") {
        let schemes = auth.items(Some(id), problems);
        let schemes: Vec<&str> = schemes.iter().filter_map(|scheme| scheme.text(Some(id), problems)).collect();
        match schemes.as_slice() {
            ["smithy.api#noAuth"] => traits.extend([stated(OPTIONAL_AUTH, json!({}), &auth.site)]),
            schemes => traits.extend([stated(AUTH, json!(schemes), &auth.site)]),
        }
    }
    if let Some(found) = node.get("authtype") {
        match found.text(Some(id), problems).unwrap_or_default() {
            "none" => traits.extend([stated(OPTIONAL_AUTH, json!({}), &found.site)]),
            "v4-unsigned-body" => traits.extend([stated(UNSIGNED_PAYLOAD, json!({}), &found.site)]),
            "v4" | "" => {}
            other => problems.shape(&found.site, id, format!("has the unknown authentication type `{other}`")),
        }
    }
    if is_true(node, "unsignedPayload") {
        traits.extend([stated(UNSIGNED_PAYLOAD, json!({}), &node.site)]);
    }

    if is_true(node, "httpChecksumRequired") {
        traits.extend([stated(CHECKSUM_REQUIRED, json!({}), &node.site)]);
    }
    if let Some(found) = node.get("httpChecksum") {
        traits.extend([stated(CHECKSUM, found.value.clone(), &found.site)]);
    }
    if let Some(found) = node.get("requestcompression") {
        check_keys(&found, Some(id), &["encodings"], problems);
        traits.extend([stated(COMPRESSION, found.value.clone(), &found.site)]);
    }
    traits
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
    let labels: BTreeMap<&str, &str> = input.map(members::label_names).unwrap_or_default();
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
    // Pages of several lists have no one item to go on with; such an operation keeps its members for tokens.
    if pages.get("result_key").is_some_and(|found| found.value.is_array()) {
        return None;
    }
    let mut parts = serde_json::Map::new();
    let smithy = [("inputToken", 0), ("items", 2), ("outputToken", 1), ("pageSize", 3)];
    for (key, index) in smithy {
        let Some(found) = known.get(index).and_then(|known| pages.get(known)) else { continue };
        let name = found.text(Some(id), problems)?;
        parts.insert(key.to_owned(), Value::from(name));
    }
    Some(stated(PAGINATED, Value::Object(parts), &pages.site))
}
