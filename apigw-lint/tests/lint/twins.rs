//! The examples of the rules, written as OpenAPI documents: the same verdict as for the requests.

use serde_json::{Map, Value as Json, json};

use crate::findings;

/// The examples of a rule.
fn examples() -> Map<String, Json> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/rule-examples.json");
    let text = std::fs::read_to_string(path).expect("the examples of the rules");
    serde_json::from_str::<Json>(&text).expect("JSON").as_object().expect("an object").clone()
}

/// A document whose import makes the request of an example; nothing if OpenAPI cannot say it.
fn document(operation: &str, params: &Json) -> Option<Json> {
    let mut extension = params.as_object()?.clone();
    for name in ["restApiId", "resourceId"] {
        extension.remove(name);
    }
    match operation {
        "PutIntegration" => {
            extension.remove("httpMethod");
            if let Some(method) = extension.remove("integrationHttpMethod") {
                extension.insert("httpMethod".to_owned(), method);
            }
            let operation = json!({ "x-amazon-apigateway-integration": extension });
            Some(json!({ "openapi": "3.0.1", "paths": { "/": { "post": operation } } }))
        }
        "PutIntegrationResponse" => {
            extension.remove("httpMethod");
            let pattern = extension.remove("selectionPattern").unwrap_or_else(|| json!("default"));
            let integration = json!({ "type": "MOCK", "responses": { pattern.as_str()?: extension } });
            let operation = json!({ "x-amazon-apigateway-integration": integration });
            Some(json!({ "openapi": "3.0.1", "paths": { "/": { "post": operation } } }))
        }
        "PutGatewayResponse" => {
            let kind = extension.remove("responseType")?;
            let responses = json!({ kind.as_str()?: extension });
            Some(json!({ "openapi": "3.0.1", "paths": {}, "x-amazon-apigateway-gateway-responses": responses }))
        }
        "CreateAuthorizer" => {
            extension.remove("name");
            let scheme = json!({ "type": "apiKey", "in": "header", "x-amazon-apigateway-authorizer": extension });
            Some(json!({ "openapi": "3.0.1", "paths": {}, "components": { "securitySchemes": { "a": scheme } } }))
        }
        "CreateResource" => {
            let part = extension.get("pathPart")?.as_str().filter(|part| !part.is_empty() && !part.contains('/'))?;
            let operation = json!({ "get": { "x-amazon-apigateway-integration": { "type": "MOCK" } } });
            Some(json!({ "openapi": "3.0.1", "paths": { format!("/{part}"): operation } }))
        }
        "CreateModel" => {
            let models = json!({ extension.get("name")?.as_str()?: {} });
            Some(json!({ "swagger": "2.0", "paths": {}, "definitions": models, "x-amazon-apigateway-policy": {} }))
        }
        _ => None,
    }
}

/// The rules that a document breaks.
fn broken(operation: &str, params: &Json) -> Option<(String, Vec<&'static str>)> {
    let text = document(operation, params)?.to_string();
    let rules = findings(&text).iter().map(|finding| finding.rule).collect();
    Some((text, rules))
}

/// The beginnings of rules that these documents cannot break, since the document cannot say what they forbid.
const UNSAYABLE: [&str; 11] = [
    // A missing value of these is made up by the import or said elsewhere.
    "authorizer-identity-source-for-caching",
    "authorizer-identity-source-required",
    "authorizer-token-identity-source",
    "authorizer-user-pools-identity-source",
    "integration-method-known",
    "put-integration-response-method-known",
    "model-schema",
    "model-content-type",
    "gateway-response-type-known",
    // What looks like a name to be filled in is left alone.
    "integration-uri-is-arn",
    "integration-credentials-are-arn",
];

#[test]
fn examples_of_rules_have_the_same_verdict_in_a_document() {
    let (mut rejected, mut accepted, mut missed) = (0, 0, Vec::new());
    for (rule, example) in examples() {
        let operation = example["operation"].as_str().expect("an operation");
        // What stands around a request is other parts of a document, which the tests of documents have.
        let requests = |kind: &str| example[kind].as_array().cloned().unwrap_or_default();
        if requests("reject").iter().any(|request| request.get("context").is_some()) {
            continue;
        }
        for request in requests("reject") {
            let Some((text, found)) = broken(operation, &request["params"]) else { continue };
            if text.len() > 10_000
                || text.contains("characters\"")
                || UNSAYABLE.iter().any(|start| rule.starts_with(start))
            {
                continue;
            }
            if !found.contains(&rule.as_str()) {
                missed.push(format!("{rule} in {text}: {found:?}"));
            }
            rejected += 1;
        }
        for request in requests("accept") {
            let Some((text, found)) = broken(operation, &request["params"]) else { continue };
            assert!(!found.contains(&rule.as_str()), "{rule} is found in {text}");
            accepted += 1;
        }
    }
    assert_eq!(missed, [""; 0]);
    assert!(rejected > 60 && accepted > 60, "{rejected} rejected, {accepted} accepted");
}
