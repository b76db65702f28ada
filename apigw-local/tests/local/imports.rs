//! Imports of documents and exports of stages, as a caller sees them.

use apigw_local::{Local, Settings};
use apigw_model::server::{Request, Response};
use serde_json::{Value, json};

/// An API with one of everything that a document says.
const DOCUMENT: &str = r##"
openapi: 3.0.1
info: {title: pets, version: "1", description: All pets}
security: [{tokens: []}]
paths:
  /pets/{id}:
    get:
      operationId: Pet
      x-amazon-apigateway-request-validator: all
      parameters: [{name: color, in: query, required: true, schema: {type: string}}]
      responses:
        200:
          description: A pet
          headers: {X-Kind: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://${stageVariables.host}/pets/{id}
        timeoutInMillis: 5000
        requestParameters: {integration.request.path.id: method.request.path.id}
        responses:
          default: {statusCode: 200, responseParameters: {method.response.header.X-Kind: "'pet'"}}
    x-amazon-apigateway-any-method:
      security: [{api_key: []}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}}
components:
  schemas:
    Pet: {type: object, properties: {mother: {$ref: "#/components/schemas/Pet"}}}
  securitySchemes:
    api_key: {type: apiKey, name: x-api-key, in: header}
    tokens:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerResultTtlInSeconds: 60
        authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations
x-amazon-apigateway-request-validators: {all: {validateRequestBody: true, validateRequestParameters: true}}
x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {responseParameters: {gatewayresponse.header.Vary: "'none'"}}}
x-amazon-apigateway-binary-media-types: [image/png]
x-amazon-apigateway-minimum-compression-size: 7
x-amazon-apigateway-api-key-source: AUTHORIZER
x-amazon-apigateway-policy: {Version: 2012-10-17, Statement: []}
x-amazon-apigateway-documentation:
  version: "1"
  documentationParts: [{location: {type: METHOD, path: "/pets/{id}", method: GET}, properties: {summary: One pet}}]
"##;

/// A service whose identifiers are the same in each run.
fn local() -> Local {
    let mut settings = Settings::default();
    settings.seed = Some(7);
    Local::with(settings)
}

fn call(local: &Local, method: &str, target: &str, body: &str) -> Response {
    local.answer(&Request { method, target, headers: &[], body: body.as_bytes() })
}

fn json(answer: &Response) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("not JSON: {}", answer.text()))
}

fn get(local: &Local, target: &str) -> Value {
    let answer = call(local, "GET", target, "");
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    json(&answer)
}

/// Imports a document and gives the identifier of the API.
fn import(local: &Local, document: &str) -> String {
    let answer = call(local, "POST", "/restapis?mode=import&failonwarnings=true", document);
    assert_eq!(answer.status, 201, "{}", answer.text());
    json(&answer)["id"].as_str().expect("an identifier").to_owned()
}

/// Everything that can be read of an API, with names in place of identifiers.
fn everything(local: &Local, api: &str) -> Value {
    let list = |what: &str| get(local, &format!("/restapis/{api}/{what}?limit=500&embed=methods"))["item"].clone();
    let mut all = json!({"api": get(local, &format!("/restapis/{api}"))});
    let mut names: Vec<(String, String)> = vec![(api.to_owned(), "API".to_owned())];
    for (what, name) in [
        ("resources", "path"),
        ("authorizers", "name"),
        ("requestvalidators", "name"),
        ("models", "name"),
        ("gatewayresponses", "responseType"),
        ("documentation/parts", "properties"),
    ] {
        let mut items: Vec<Value> = list(what).as_array().cloned().unwrap_or_default();
        items.sort_by_key(|item| item[name].to_string());
        for item in &mut items {
            if let Some(id) = item["id"].as_str() {
                names.push((id.to_owned(), format!("{what} {}", item[name])));
            }
            // Schemas are compared as JSON, whatever their lay-out.
            if let Some(schema) = item["schema"].as_str() {
                item["schema"] = serde_json::from_str(schema).expect("a schema");
            }
        }
        all[what] = items.into();
    }

    let mut text = all.to_string();
    for (id, name) in names {
        text = text.replace(&format!("\"{id}\""), &json!(name).to_string()).replace(&format!("/{id}/"), "/API/");
    }
    let mut all: Value = serde_json::from_str(&text).expect("the same with names");
    all["api"]["createdDate"] = Value::Null;
    all
}

#[test]
fn what_is_imported_exported_and_imported_again_is_the_same() {
    let local = local();
    let api = import(&local, DOCUMENT);
    assert_eq!(call(&local, "POST", &format!("/restapis/{api}/deployments"), r#"{"stageName": "v1"}"#).status, 201);
    let before = everything(&local, &api);
    assert_eq!(before["resources"].as_array().map(Vec::len), Some(3));
    assert_eq!(before["models"].as_array().map(Vec::len), Some(2));

    for kind in ["oas30", "swagger"] {
        let target = format!("/restapis/{api}/stages/v1/exports/{kind}?extensions=apigateway,documentation");
        for accept in ["application/json", "application/yaml"] {
            let headers = [("Accept", accept)];
            let answer = local.answer(&Request { method: "GET", target: &target, headers: &headers, body: b"" });
            assert_eq!(answer.status, 200, "{}", answer.text());
            let again = import(&local, &answer.text());
            assert_eq!(everything(&local, &again), before, "{kind}, {accept}: {}", answer.text());
        }
    }
}

#[test]
fn an_import_that_fails_changes_nothing() {
    let local = local();
    let wrong = DOCUMENT.replace("https://${stageVariables.host}", "pets.example").replace("Pet:", "My_Pet:");
    let answer = call(&local, "POST", "/restapis?mode=import", &wrong);
    let message = json(&answer)["message"].as_str().unwrap_or_default().to_owned();
    assert_eq!(answer.status, 400);
    assert!(message.starts_with("Errors found during import:\n\tUnable to create model for 'My_Pet'"), "{message}");
    let integration = "\n\tUnable to put integration on 'GET' for resource at path '/pets/{id}': Invalid HTTP endpoint";
    assert!(message.contains(integration), "{message}");
    let warning = "\nAdditionally, these warnings were found:\n\tReference to model 'Pet' not found. Ignoring.";
    assert!(message.contains(warning), "{message}");
    assert_eq!(get(&local, "/restapis")["item"], json!([]));

    let api = import(&local, DOCUMENT);
    let before = everything(&local, &api);
    for mode in ["merge", "overwrite"] {
        let answer = call(&local, "PUT", &format!("/restapis/{api}?mode={mode}"), &wrong);
        assert_eq!((answer.status, everything(&local, &api)), (400, before.clone()));
    }
}

#[test]
fn merging_keeps_and_overwriting_replaces() {
    let local = local();
    let api = import(&local, DOCUMENT);
    let other = r#"{"openapi": "3.0.1", "info": {"title": "other"}, "paths": {"/owners": {"get": {}}}}"#;
    let paths = || {
        let mut paths: Vec<String> = Vec::new();
        for resource in get(&local, &format!("/restapis/{api}/resources"))["item"].as_array().into_iter().flatten() {
            paths.push(resource["path"].as_str().unwrap_or_default().to_owned());
        }
        paths.sort();
        paths
    };

    let merged = call(&local, "PUT", &format!("/restapis/{api}"), other);
    assert_eq!((merged.status, json(&merged)["name"].as_str()), (200, Some("other")));
    assert_eq!(json(&merged)["binaryMediaTypes"], json!(["image/png"]));
    assert_eq!(paths(), ["/", "/owners", "/pets", "/pets/{id}"]);
    let overwritten =
        call(&local, "PUT", &format!("/restapis/{api}?mode=overwrite&endpointConfigurationTypes=REGIONAL"), other);
    assert_eq!(json(&overwritten)["binaryMediaTypes"], Value::Null);
    assert_eq!(json(&overwritten)["endpointConfiguration"]["types"], json!(["REGIONAL"]));
    assert_eq!(paths(), ["/", "/owners"]);
}

#[test]
fn warnings_are_in_the_answer_unless_they_are_to_fail() {
    let local = local();
    let document = r##"{"swagger": "2.0", "info": {"title": "pets"}, "basePath": "/v1", "paths": {"/pets": {"get": {
        "responses": {"200": {"schema": {"$ref": "#/definitions/Pet"}}, "default": {}},
        "x-amazon-apigateway-integration": {"type": "teapot"}}}}}"##;
    let answer = call(&local, "POST", "/restapis?mode=import&basepath=prepend", document);
    let expected = [
        "Reference to model 'Pet' not found. Ignoring.",
        "API Gateway does not support Swagger's 'default' method response (found on 'GET /pets')",
        "Unknown integration type 'teapot' for 'GET /pets'. Ignoring.",
    ];
    assert_eq!((answer.status, &json(&answer)["warnings"]), (201, &json!(expected)));
    let failed = call(&local, "POST", "/restapis?mode=import&failonwarnings=true", document);
    let message = format!("Warnings found during import:\n\t{}", expected.join("\n\t"));
    assert_eq!((failed.status, &json(&failed)["message"]), (400, &json!(message)));
}
