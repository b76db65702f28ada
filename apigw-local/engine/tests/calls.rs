//! Calls, from the method's request to its response.

#![expect(clippy::expect_used, reason = "a test fails by a panic")]

use apigw_engine::api::{Api, FaultResponse, Integration, Method, RequestChecks, ResponseMapping};
use apigw_engine::http::{Request, Response};
use apigw_engine::{
    Backend, BackendAnswer, BackendCall, BackendError, Call, Fault, NoBackend, Outcome, Target, invoke,
};
use serde_json::{Value, json};

/// A backend that remembers what it was sent.
#[derive(Default)]
struct Recorder {
    answer: BackendAnswer,
    calls: Vec<BackendCall>,
}

impl Backend for Recorder {
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        self.calls.push(call.clone());
        Ok(self.answer.clone())
    }
}

fn answering(status: u16, content_type: &str, body: &str) -> Recorder {
    let headers = [("Content-Type", content_type), ("Date", "today"), ("X-Own", "1")].into_iter().collect();
    let response = Response { status, headers, body: body.as_bytes().to_vec() };
    Recorder { answer: BackendAnswer { response, is_function_error: false, latency: 0 }, calls: Vec::new() }
}

fn integration(value: &Value) -> Integration {
    Integration::from_json(value).expect("an integration")
}

fn response(value: &Value) -> ResponseMapping {
    ResponseMapping::from_json(value).expect("a response")
}

fn get(path: &str) -> Call {
    Call::new(Request { method: "GET".to_owned(), path: path.to_owned(), ..Request::default() })
}

fn post(content_type: &str, body: &str) -> Call {
    let headers = [("Content-Type", content_type)].into_iter().collect();
    Call::new(Request {
        method: "POST".to_owned(),
        path: "/".to_owned(),
        headers,
        body: body.as_bytes().to_vec(),
        ..Request::default()
    })
}

fn run(integration: &Integration, call: &Call, backend: &mut dyn Backend) -> Outcome {
    let method = Method { resource_path: "/".to_owned(), ..Method::default() };
    invoke(&Api::default(), &method, integration, call, backend)
}

#[test]
fn a_mock_selects_by_the_status_of_its_template() {
    let mock = integration(&json!({"type": "MOCK", "requestTemplates": {"application/json": "{statusCode: 404}"}}))
        .with_response(response(&json!({"statusCode": "200"})))
        .with_response(response(&json!({"statusCode": "418", "selectionPattern": "4\\d{2}"})));
    assert_eq!(run(&mock, &get("/"), &mut NoBackend).response.status, 418);

    let broken = integration(&json!({"type": "MOCK", "requestTemplates": {"application/json": "{}"}}));
    let outcome = run(&broken, &get("/"), &mut NoBackend);
    assert_eq!((outcome.response.status, outcome.response.text().len()), (500, 36));
    assert!(outcome.log.contains("Unable to parse statusCode."), "{}", outcome.log);
}

#[test]
fn a_body_without_a_template_goes_by_the_passthrough_behavior() {
    let status = |behavior: &str, templates: Value| {
        let value = json!({"type": "HTTP", "uri": "http://localhost/", "httpMethod": "POST", "passthroughBehavior": behavior,
                           "requestTemplates": templates});
        let integration = integration(&value).with_response(response(&json!({"statusCode": "200"})));
        run(&integration, &post("text/plain", "x"), &mut answering(200, "text/plain", "y")).response.status
    };
    let some = json!({"application/json": "{}"});
    assert_eq!(status("WHEN_NO_MATCH", some.clone()), 200);
    assert_eq!(status("WHEN_NO_TEMPLATES", some.clone()), 415);
    assert_eq!(status("WHEN_NO_TEMPLATES", json!({})), 200);
    assert_eq!(status("NEVER", json!({})), 415);
}

#[test]
fn mapped_parameters_go_where_their_keys_say() {
    let value = json!({
        "type": "HTTP", "httpMethod": "POST", "uri": "http://localhost/{id}/${stageVariables.none}",
        "requestParameters": {
            "integration.request.path.id": "method.request.body.id",
            "integration.request.querystring.q": "'a b'",
            "integration.request.header.X-Own": "context.requestId",
            "integration.request.header.X-None": "method.request.header.none",
        },
    });
    let integration = integration(&value).with_response(response(&json!({
        "statusCode": "201",
        "responseParameters": {"method.response.header.Date": "integration.response.header.Date"},
        "responseTemplates": {"application/json": "$input.path('$.x')!"},
    })));
    let mut backend = answering(200, "application/json", "{\"x\": 5}");
    let outcome = run(&integration, &post("application/json", "{\"id\": 7}"), &mut backend);

    let sent = &backend.calls.first().expect("a call").request;
    assert_eq!(sent.path, "http://localhost/7/?q=a%20b");
    assert_eq!(sent.headers.get("x-own"), Some("00000000-0000-0000-0000-000000000000"));
    assert_eq!(sent.headers.get("X-None"), None);
    assert_eq!(sent.headers.get("User-Agent"), Some("AmazonAPIGateway_api"));
    assert_eq!((outcome.response.status, outcome.response.text()), (201, "5!".to_owned()));
    assert_eq!(outcome.response.headers.get("x-amzn-Remapped-Date"), Some("today"));
}

#[test]
fn headers_that_must_not_be_mapped_fail_every_call() {
    let value = json!({"type": "HTTP", "httpMethod": "POST", "uri": "http://localhost/",
                       "requestParameters": {"integration.request.header.Content-Length": "'0'"}});
    let outcome = run(&integration(&value), &get("/"), &mut NoBackend);
    assert_eq!(outcome.fault, Some(Fault::Configuration("Content-Length header already present".to_owned())));
}

#[test]
fn a_function_answers_for_the_method() {
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations";
    let proxy = integration(&json!({"type": "AWS_PROXY", "httpMethod": "POST", "uri": uri}));
    let mut backend =
        answering(200, "application/json", "{\"statusCode\": \"201\", \"headers\": {\"A\": true}, \"body\": \"x\"}");
    let outcome = run(&proxy, &post("application/json", "{}"), &mut backend);
    assert_eq!((outcome.response.status, outcome.response.text()), (201, "x".to_owned()));
    assert_eq!(outcome.response.headers.get("A"), Some("true"));

    let call = backend.calls.first().expect("a call");
    assert_eq!(call.target, Target::Function("arn:aws:lambda:us-east-1:123456789012:function:f".to_owned()));
    let event: Value = serde_json::from_slice(&call.request.body).expect("an event");
    assert_eq!(event.pointer("/body"), Some(&json!("{}")));
    assert_eq!(event.pointer("/queryStringParameters"), Some(&Value::Null));

    for malformed in ["null", "{\"status\": 200}", "{\"statusCode\": \"x\"}", "{\"headers\": {\"a\": 1}}", "[]"] {
        let outcome = run(&proxy, &get("/"), &mut answering(200, "application/json", malformed));
        assert_eq!(outcome.response.status, 502, "{malformed}");
    }
}

#[test]
fn validators_check_parameters_and_bodies() {
    let reference = "https://apigateway.amazonaws.com/restapis/api/models/Pet";
    let api = Api {
        models: [
            ("Pet".to_owned(), json!({"type": "object", "required": ["name"]}).to_string()),
            ("Pets".to_owned(), json!({"type": "array", "items": {"$ref": reference}}).to_string()),
        ]
        .into_iter()
        .collect(),
        fault_responses: [(
            "DEFAULT_4XX".to_owned(),
            FaultResponse {
                status: Some(422),
                templates: [("application/json".to_owned(), "{\"m\":$context.error.messageString}".to_owned())]
                    .into_iter()
                    .collect(),
                parameters: [("gatewayresponse.header.X".to_owned(), "'y'".to_owned())].into_iter().collect(),
            },
        )]
        .into_iter()
        .collect(),
        ..Api::default()
    };
    let method = Method {
        resource_path: "/".to_owned(),
        request_models: [("application/json".to_owned(), "Pets".to_owned())].into_iter().collect(),
        request_parameters: [("method.request.querystring.q".to_owned(), true)].into_iter().collect(),
        validator: RequestChecks { parameters: false, body: true },
        ..Method::default()
    };
    let mock = integration(&json!({"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}}))
        .with_response(response(&json!({"statusCode": "200"})));
    let status =
        |body: &str| invoke(&api, &method, &mock, &post("application/json", body), &mut NoBackend).response.status;
    assert_eq!(status("[{\"name\": \"Rex\"}]"), 200);
    assert_eq!(status("[{}]"), 422);
    assert_eq!(status("no JSON"), 422);

    let method = Method { validator: RequestChecks { parameters: true, body: false }, ..method };
    let outcome = invoke(&api, &method, &mock, &get("/"), &mut NoBackend);
    assert_eq!(outcome.fault, Some(Fault::BadRequestParameters(vec!["q".to_owned()])));
    assert_eq!(outcome.response.text(), "{\"m\":\"Missing required request parameters: [q]\"}");
    assert_eq!(outcome.response.headers.get("X"), Some("y"));
}

#[test]
fn the_log_is_that_of_a_test_invocation() {
    let mock = integration(&json!({"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}}))
        .with_response(response(&json!({"statusCode": "200", "responseTemplates": {"application/json": "ok"}})));
    let log = run(&mock, &get("/"), &mut NoBackend).log;
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.first(), Some(&"Execution log for request 00000000-0000-0000-0000-000000000000"));
    assert_eq!(lines.get(2), Some(&"Thu Jan 01 00:00:00 UTC 1970 : HTTP Method: GET, Resource Path: /"));
    assert_eq!(
        lines.get(8),
        Some(&"Thu Jan 01 00:00:00 UTC 1970 : Method response headers: {Content-Type=application/json}")
    );
    assert_eq!(lines.last(), Some(&"Thu Jan 01 00:00:00 UTC 1970 : Method completed with status: 200"));
}
