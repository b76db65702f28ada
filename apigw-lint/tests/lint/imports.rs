//! What an import accepts: nothing in it is an error.

use apigw_lint::FileFinding;
use serde_json::{Value as Json, json};

use crate::findings;

/// A document with one operation.
fn document(operation: &Json, more: &Json) -> String {
    let mut text =
        json!({"openapi": "3.0.1", "info": {"title": "pets", "version": "1"}, "paths": {"/pets": {"get": operation}}});
    for (key, value) in more.as_object().into_iter().flatten() {
        text[key] = value.clone();
    }
    text.to_string()
}

/// The rules that are broken, with the level of each finding.
fn levels(text: &str) -> Vec<(bool, &'static str)> {
    findings(text).into_iter().map(|finding| (finding.is_error(), finding.rule)).collect()
}

#[test]
fn what_an_import_forgives_is_no_error() {
    let integration = |fields: Json| {
        let mut all = json!({"type": "http", "httpMethod": "GET", "uri": "https://example.com/pets"});
        for (key, value) in fields.as_object().into_iter().flatten() {
            all[key] = value.clone();
        }
        json!({"responses": {"200": {"description": "ok"}}, "x-amazon-apigateway-integration": all})
    };
    for (operation, expected) in [
        (integration(json!({"passthroughBehavior": "when_no_match", "timeoutInMillis": "5000"})), None),
        (integration(json!({"responses": {"default": {"statusCode": 200}}})), None),
        // A value that is no string is left out with a warning.
        (integration(json!({"requestParameters": {"integration.request.header.X": true}})), Some("type")),
        (integration(json!({"requestParameters": {"integration.request.header.X": 5}})), Some("type")),
        // An operation without an integration is imported; only its deployment fails.
        (json!({"responses": {}}), None),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|rule| (false, rule)).collect();
        assert_eq!(levels(&document(&operation, &json!({}))), expected, "{operation}");
    }

    // An authorizer whose source is empty reads the header of its scheme.
    let authorizer = json!({"type": "token", "identitySource": "", "authorizerUri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations"});
    let scheme = json!({"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authorizer": authorizer});
    let more = json!({"components": {"securitySchemes": {"tokens": scheme}}});
    assert_eq!(levels(&document(&integration(json!({})), &more)), []);
}

/// The documents in a folder of records that `APIGW_CASES_DIR` names.
#[test]
fn recorded_imports_have_no_errors() {
    let Some(folder) = std::env::var_os("APIGW_CASES_DIR") else { return };
    let text = std::fs::read_to_string(std::path::Path::new(&folder).join("imports.json")).expect("the records");
    let records: Json = serde_json::from_str(&text).expect("the records are JSON");
    let steps =
        records["sequences"].as_array().into_iter().flatten().filter_map(|sequence| sequence["steps"].as_array());
    let (mut count, mut wrong) = (0, Vec::new());
    for step in steps.flatten().filter(|step| step["expect"] == "accept") {
        let Some(body) = step["params"]["body"].as_str() else { continue };
        count += 1;
        // What is imported with a complaint can have a warning; without one, it can have advice.
        let found = findings(body).into_iter().filter(FileFinding::is_error);
        wrong.extend(found.map(|finding| format!("{finding} in {body}")));
    }
    println!("{count} imports");
    assert!(count > 20, "{count} imports");
    assert_eq!(wrong, [""; 0]);
}
