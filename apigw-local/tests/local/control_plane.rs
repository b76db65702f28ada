//! What becomes of objects: made, changed, deployed, called, deleted; and what is refused.

use apigw_local::{Local, Settings};
use apigw_model::server::Request;
use serde_json::{Value, json};

fn local() -> Local {
    let mut settings = Settings::default();
    settings.seed = Some(7);
    Local::with(settings)
}

/// The status of an answer and its body.
fn call(local: &Local, method: &str, target: &str, body: &Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = local.answer(&Request { method, target, headers: &[], body: body.as_bytes() });
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

fn made(local: &Local, method: &str, target: &str, body: &Value) -> Value {
    let (status, answer) = call(local, method, target, body);
    assert_eq!(status, 201, "{method} {target}: {answer}");
    answer
}

/// An API with `GET /pets`, which answers 200 with a text. The path of the API and the path of the resource.
fn pets(local: &Local) -> (String, String) {
    let api = made(local, "POST", "/restapis", &json!({ "name": "pets" }));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let base = format!("/restapis/{}", text(&api["id"]));
    let root = text(&api["rootResourceId"]);
    let resource = made(local, "POST", &format!("{base}/resources/{root}"), &json!({ "pathPart": "pets" }));
    assert_eq!(resource["path"], "/pets");
    let path = format!("{base}/resources/{}", text(&resource["id"]));

    made(local, "PUT", &format!("{path}/methods/GET"), &json!({ "authorizationType": "NONE" }));
    made(local, "PUT", &format!("{path}/methods/GET/responses/200"), &json!({}));
    let integration = json!({ "type": "MOCK", "requestTemplates": { "application/json": "{\"statusCode\": 200}" } });
    made(local, "PUT", &format!("{path}/methods/GET/integration"), &integration);
    let response = json!({ "responseTemplates": { "application/json": "$context.httpMethod of $context.stage" } });
    made(local, "PUT", &format!("{path}/methods/GET/integration/responses/200"), &response);
    (base, path)
}

#[test]
fn a_deployed_stage_answers() {
    let local = local();
    let (base, path) = pets(&local);
    let target = format!("{base}/prod/_user_request_/pets");
    assert_eq!(call(&local, "GET", &target, &Value::Null).0, 403);

    made(&local, "POST", &format!("{base}/deployments"), &json!({ "stageName": "prod" }));
    let answer = local.answer(&Request { method: "GET", target: &target, headers: &[], body: b"" });
    assert_eq!((answer.status, answer.text()), (200, "GET of prod".into()));

    // A stage serves what was deployed, whatever becomes of the API.
    assert_eq!(call(&local, "DELETE", &path, &Value::Null).0, 202);
    assert_eq!(call(&local, "GET", &path, &Value::Null).0, 404);
    assert_eq!(call(&local, "GET", &target, &Value::Null).0, 200);
    assert_eq!(call(&local, "DELETE", &format!("{base}/stages/prod"), &Value::Null).0, 202);
    assert_eq!(call(&local, "GET", &target, &Value::Null).0, 403);
}

#[test]
fn patches_change_what_they_name_and_nothing_if_one_is_refused() {
    let local = local();
    let (base, _) = pets(&local);
    let patch = |operations: Value| call(&local, "PATCH", &base, &json!({ "patchOperations": operations }));
    let rename = json!({ "op": "replace", "path": "/name", "value": "cats" });
    let (status, answer) = patch(json!([rename]));
    assert_eq!((status, &answer["name"]), (200, &json!("cats")));

    let (status, _) = patch(json!([
        { "op": "replace", "path": "/name", "value": "dogs" },
        { "op": "replace", "path": "/nothing", "value": "x" },
    ]));
    assert_eq!(status, 400);
    assert_eq!(call(&local, "GET", &base, &Value::Null).1["name"], "cats");
}

#[test]
fn what_is_not_there_and_what_is_there_already_are_refused() {
    let local = local();
    let (base, path) = pets(&local);
    for target in [format!("{base}/resources/none"), format!("{base}/stages/none"), format!("{path}/methods/PUT")] {
        let (status, answer) = call(&local, "GET", &target, &Value::Null);
        assert_eq!(status, 404, "{target}: {answer}");
        assert!(answer["message"].is_string(), "{target}: {answer}");
    }

    let method = json!({ "authorizationType": "NONE" });
    assert_eq!(call(&local, "PUT", &format!("{path}/methods/GET"), &method).0, 409);
    assert_eq!(call(&local, "PUT", &format!("{path}/methods/GOT"), &method).0, 400);
    assert_eq!(call(&local, "POST", "/restapis", &json!({})).0, 400);
}

#[test]
fn the_same_seed_gives_the_same_answers() {
    assert_eq!(pets(&local()), pets(&local()));
}

#[test]
fn what_is_not_implemented_says_so() {
    let local = local();
    let (base, _) = pets(&local);
    let sdk = |kind: &str| call(&local, "GET", &format!("{base}/stages/prod/sdks/{kind}"), &Value::Null);
    assert_eq!(sdk("ruby").0, 404, "there is no stage");
    made(&local, "POST", &format!("{base}/deployments"), &json!({ "stageName": "prod" }));
    assert_eq!(sdk("cobol").0, 400);
    let (status, answer) = call(&local, "GET", &format!("{base}/stages/prod/sdks/ruby"), &Value::Null);
    assert_eq!(
        (status, answer["Message"].as_str()),
        (
            501,
            Some("SDKs are not generated here; export the stage as OpenAPI, and generate a client from the document")
        )
    );
}

#[test]
fn an_authorizer_is_tested() {
    let answer = r#"{"principalId": "ada", "policyDocument": {"Statement": []}, "context": {"level": 3}}"#;
    let is_known = |event: &[u8]| String::from_utf8_lossy(event).contains("\"authorizationToken\":\"open\"");
    let settings = Settings::default().function("guard", move |event: &[u8]| {
        if is_known(event) {
            return Ok(answer.as_bytes().to_vec());
        }
        Err(br#"{"errorMessage": "Unauthorized"}"#.to_vec())
    });
    let local = Local::with(settings);
    let (base, _) = pets(&local);
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:guard/invocations";
    let body = json!({ "name": "guard", "type": "TOKEN", "authorizerUri": uri, "identitySource": "method.request.header.Auth" });
    let made = made(&local, "POST", &format!("{base}/authorizers"), &body);
    let target = format!("{base}/authorizers/{}", made["id"].as_str().expect("an identifier"));
    let test = |token: &str| call(&local, "POST", &target, &json!({ "headers": { "Auth": token } })).1;

    let granted = test("open");
    assert_eq!((&granted["clientStatus"], &granted["principalId"]), (&json!(0), &json!("ada")));
    assert_eq!(
        (&granted["policy"], &granted["authorization"]),
        (&json!(r#"{"Statement":[]}"#), &json!({ "level": ["3"] }))
    );
    let log = granted["log"].as_str().expect("a log");
    assert!(
        log.contains("Authorizer result body before parsing: {") && log.contains("/ESTestInvoke-stage/GET/"),
        "{log}"
    );
    let refused = test("closed");
    assert_eq!((&refused["clientStatus"], &refused["principalId"]), (&json!(401), &Value::Null));
    assert_eq!(call(&local, "POST", &format!("{base}/authorizers/none"), &json!({})).0, 404);
}
