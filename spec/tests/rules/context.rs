//! The context of a recorded case as the objects that rules know, in the shapes that the service answers with.

use serde_json::{Map, Value as Json, json};

const MISSING: &str = "does not exist";
const ROOT: &str = "root001xxx";

/// The objects around a call. What the case does not tell is left out, so that nothing is known of it.
pub(crate) fn objects(operation: &str, params: &Json, case: &Json) -> Map<String, Json> {
    let mut objects = Map::new();
    let Some(case) = case.as_object() else { return objects };
    let mut put = |name: &str, value: Option<Json>| {
        if let Some(value) = value {
            objects.insert(name.to_owned(), value);
        }
    };
    put("restApi", case.get("restApi").map(|found| existing(found).cloned().unwrap_or(Json::Null)));
    put("method", case.get("method").map(|found| method(found, case)));
    put("resources", resources(operation, params, case));
    put("models", named(case.get("models"), "name"));
    put("requestValidators", named(case.get("requestValidators"), "id"));
    put("deployments", named(case.get("deployments"), "id"));
    put("vpcLinks", named(case.get("vpcLinks"), "id"));
    put("authorizers", case.get("authorizers").and_then(Json::as_object).map(authorizers));
    let stages = case.get("stages").and_then(Json::as_object);
    put("stages", stages.map(|stages| stages.iter().map(|(name, stage)| self::stage(name, stage)).collect()));
    if let (Some(stages), Some(name)) = (stages, params["stageName"].as_str()) {
        put("stage", Some(stages.get(name).map_or(Json::Null, |stage| self::stage(name, stage))));
    }
    if let (Some(known), Some(kind)) = (case.get("gatewayResponses"), params["responseType"].as_str()) {
        // The service answers with its default where none was put.
        put("gatewayResponse", Some(known.get(kind).cloned().unwrap_or_else(|| json!({ "defaultResponse": true }))));
    }
    objects
}

fn existing(found: &Json) -> Option<&Json> {
    (found.as_str() != Some(MISSING)).then_some(found)
}

/// A method with its responses and its integration, which a case says apart. A case lists the integration of a method
/// whenever there is one; of the responses nothing is known unless they are listed.
fn method(found: &Json, case: &Map<String, Json>) -> Json {
    let Some(Json::Object(method)) = existing(found) else { return Json::Null };
    let mut method = method.clone();
    method.insert("methodResponses".into(), case.get("methodResponses").cloned().unwrap_or_else(|| json!("?")));
    if let Some(Json::Object(integration)) = case.get("integration").and_then(existing) {
        let mut integration = integration.clone();
        if let Some(responses) = case.get("integrationResponses") {
            integration.insert("integrationResponses".into(), responses.clone());
        }
        method.insert("methodIntegration".into(), Json::Object(integration));
    }
    Json::Object(method)
}

/// The tree of resources. Cases tell paths only, and the root's identifier by convention; the others get one.
fn resources(operation: &str, params: &Json, case: &Map<String, Json>) -> Option<Json> {
    let methods = case.get("methods").and_then(Json::as_array);
    let mut paths: Vec<&str> = match (case.get("all_resource_paths"), methods) {
        (Some(paths), _) => paths.as_array()?.iter().filter_map(Json::as_str).collect(),
        (None, Some(methods)) => methods.iter().filter_map(|method| method["path"].as_str()).collect(),
        (None, None) => return None,
    };
    paths.push("/");
    paths.sort_unstable();
    paths.dedup();
    let addressed = case.get("resource").and_then(|resource| resource["path"].as_str());
    let id_member = if operation.starts_with("Create") { "parentId" } else { "resourceId" };
    let id = |path: &str| match params[id_member].as_str() {
        Some(id) if addressed == Some(path) => id.to_owned(),
        _ if path == "/" => ROOT.to_owned(),
        _ => format!("at {path}"),
    };
    let resource = |path: &&str| {
        let mut resource = json!({ "id": id(path), "path": path });
        if let Some((parent, part)) = path.rsplit_once('/').filter(|_| *path != "/") {
            resource["parentId"] = json!(id(if parent.is_empty() { "/" } else { parent }));
            resource["pathPart"] = json!(part);
        }
        for method in methods.into_iter().flatten().filter(|method| method["path"] == **path) {
            let mut object = method.clone();
            if method["integration"] == true {
                object["methodIntegration"] = json!({});
            }
            resource["resourceMethods"][method["httpMethod"].as_str().unwrap_or("ANY")] = object;
        }
        resource
    };
    Some(paths.iter().map(resource).collect())
}

fn named(found: Option<&Json>, member: &str) -> Option<Json> {
    let object = |name: &Json| Json::Object(Map::from_iter([(member.to_owned(), name.clone())]));
    Some(found?.as_array()?.iter().map(object).collect())
}

fn authorizers(found: &Map<String, Json>) -> Json {
    found.iter().map(|(id, kind)| json!({ "id": id, "type": kind })).collect()
}

fn stage(name: &str, found: &Json) -> Json {
    let mut stage = found.clone();
    stage["stageName"] = json!(name);
    if stage["canarySettings"] == true {
        stage["canarySettings"] = json!({});
    }
    if stage["methodSettings"].is_null() {
        stage["methodSettings"] = json!("?");
    }
    stage
}

/// Every object that rules look at is one that the service answers with, by what the request says.
#[test]
fn every_object_can_be_read() {
    use apigw_spec::api::{ContextRead, reads};
    let operations = crate::spec().operations;
    for operation in operations {
        let slots = operation.input.shape().structure().rules.contexts;
        let found: Vec<ContextRead> = reads(operation, operations);
        assert_eq!(found.len(), slots.len(), "{}: {slots:?}", operation.name);
        for read in found {
            assert_eq!(read.operation.method, "GET");
            let known = |name: &str| Some(name.to_owned());
            assert!(read.input(&known).is_some(), "{}", read.operation.name);
            assert!(read.input(&|_| None).is_none(), "{}", read.operation.name);
            let members = operation.input.shape().members();
            let required = read.operation.input.shape().members().iter().filter(|member| member.required);
            for member in required {
                let is_there = members.iter().any(|known| known.name == member.name);
                assert!(is_there, "{} does not know the `{}` of {}", operation.name, member.name, read.operation.name);
            }
        }
    }
    let embedded = reads(crate::operation("CreateDeployment"), operations);
    let resources = embedded.iter().find(|read| read.slot.name == "resources").expect("resources");
    assert_eq!(resources.slot.with.first().map(|with| (with.member, with.values)), Some(("embed", &["methods"][..])));
}
