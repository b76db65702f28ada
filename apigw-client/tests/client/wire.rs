//! What the client sends, compared with what botocore sends.

use crate::loopback::{Loopback, json};
use apigw_client::bind::{BindError, bind};
use apigw_client::{CallOptions, Credentials};
use apigw_model::{GetRestApi, IntegrationType, OPERATIONS, Operation as _, PutIntegration};
use apigw_spec::document::Document;
use apigw_spec::value::{ToValue as _, Value};

/// Every operation, with its required members and with all of them, against the recording.
#[test]
fn every_operation_is_bound_like_botocore_binds_it() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("recorded/requests.json")).unwrap();
    assert_eq!(cases.len(), 2 * OPERATIONS.len());
    for case in &cases {
        let name = case["operation"].as_str().unwrap();
        let operation = OPERATIONS.iter().find(|operation| operation.name == name).unwrap();
        let document = Document::new(&case["input"], operation.input.shape());
        let Value::Structure(members) = document.to_value() else { panic!("{name} has no structure") };
        let request = bind(operation, members).unwrap();
        assert_eq!(request.method, case["method"], "{name}");
        assert_eq!(request.target, case["target"], "{name}");
        assert_eq!(String::from_utf8_lossy(&request.body), case["body"].as_str().unwrap(), "{name}");
        for header in ["content-type", "accept", "content-length"] {
            let sent = request.headers.get(header).map(|value| value.to_str().unwrap());
            assert_eq!(sent, case["headers"].get(header).and_then(|value| value.as_str()), "{header} of {name}");
        }
        assert_eq!(request.headers["accept-encoding"], "identity");
    }
}

#[tokio::test]
async fn headers_come_in_the_order_of_the_aws_tools() {
    let server = Loopback::start([json("201 Created", r#"{"type": "MOCK"}"#)]);
    let client = server.client();
    let integration = mock(&client, "api", "a1b2c3").await;
    assert_eq!(integration.r#type, Some(IntegrationType::Mock));
    let request = server.request();
    assert_eq!(request.line, "PUT /restapis/api/resources/a1b2c3/methods/GET/integration HTTP/1.1");
    let names = request.names();
    let expected = "host accept-encoding content-type user-agent accept x-amz-date authorization \
                    amz-sdk-invocation-id amz-sdk-request content-length";
    assert_eq!(names.join(" "), expected);
    assert_eq!(request.header("host"), Some(server.address.to_string().as_str()));
    assert_eq!(request.header("amz-sdk-request"), Some("attempt=1"));
    assert_eq!(request.header("amz-sdk-invocation-id").map(str::len), Some(36));
    let authorization = request.header("authorization").unwrap();
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), "{authorization}");
    assert!(
        authorization
            .contains("/us-east-1/apigateway/aws4_request, SignedHeaders=accept;content-type;host;x-amz-date,")
    );
    assert_eq!(request.body, br#"{"type": "MOCK"}"#);
}

#[tokio::test]
async fn headers_of_the_user_are_sent_and_signed() {
    let [named, traced] = ["user-agent", "x-trace"].map(http::HeaderName::from_static);
    let server = Loopback::start([json("200 OK", "{}"), json("200 OK", "{}")]);
    let client = server.builder().header(named.clone(), "mine/1".parse().unwrap());
    let client = client.header(http::header::HOST, "elsewhere".parse().unwrap()).build().unwrap();

    client.get_account().send().await.unwrap();
    let request = server.request();
    assert_eq!((request.header("user-agent"), request.header("x-trace")), (Some("mine/1"), None));
    assert_eq!(request.header("host"), Some(server.address.to_string().as_str()));

    client.with(CallOptions::new().header(traced, "t1".parse().unwrap())).get_account().send().await.unwrap();
    let request = server.request();
    assert_eq!((request.header("user-agent"), request.header("x-trace")), (Some("mine/1"), Some("t1")));
    let authorization = request.header("authorization").unwrap();
    assert!(authorization.contains(";x-trace,"), "{authorization}");
}

async fn mock(client: &apigw_client::Client, api: &str, resource: &str) -> apigw_model::Integration {
    let call = client.put_integration().rest_api_id(api).resource_id(resource).http_method("GET");
    call.r#type(IntegrationType::Mock).send().await.unwrap()
}

#[tokio::test]
async fn paths_reach_the_wire_untouched() {
    for (api, resource, path) in [
        ("..", "r", "/restapis/../resources/r"),
        (".", "", "/restapis/./resources/"),
        ("", ".", "/restapis//resources/."),
        ("a/b", "%2F", "/restapis/a%2Fb/resources/%252F"),
        ("a b", "é😀", "/restapis/a%20b/resources/%C3%A9%F0%9F%98%80"),
        ("{resource_id}", "A-z_0.9~", "/restapis/%7Bresource_id%7D/resources/A-z_0.9~"),
    ] {
        let server = Loopback::start([json("201 Created", "{}")]);
        let found = server.client().put_integration().rest_api_id(api).resource_id(resource).http_method("GET");
        let found = found.r#type(IntegrationType::Mock).send().await;
        let is_segment = |label: &str| !["", ".", ".."].contains(&label);
        assert_eq!(found.is_ok(), is_segment(api) && is_segment(resource), "{api:?} {resource:?}");
        if found.is_ok() {
            assert_eq!(server.request().line, format!("PUT {path}/methods/GET/integration HTTP/1.1"));
            continue;
        }

        mock(&server.builder().allow("label").build().unwrap(), api, resource).await;
        assert_eq!(server.request().line, format!("PUT {path}/methods/GET/integration HTTP/1.1"));
    }
}

#[tokio::test]
async fn an_endpoint_keeps_its_prefix_and_query() {
    let server = Loopback::start([json("200 OK", "{}")]);
    let client = server.builder().endpoint_url(format!("{}/stage//x/?a=b", server.url())).build().unwrap();
    client.get_rest_apis().limit(2).send().await.unwrap();
    assert_eq!(server.request().line, "GET /stage//x/restapis?a=b&limit=2 HTTP/1.1");
}

#[tokio::test]
async fn a_session_token_is_sent_and_signed() {
    let server = Loopback::start([json("202 Accepted", "")]);
    let token = Some("TOKEN/+=".to_owned());
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", token, None, "test");
    let client = server.builder().credentials(credentials).build().unwrap();
    client.delete_rest_api().rest_api_id("api").send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("x-amz-security-token"), Some("TOKEN/+="));
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(request.header("content-type"), None);
    let authorization = request.header("authorization").unwrap();
    assert!(authorization.contains("SignedHeaders=accept;host;x-amz-date;x-amz-security-token,"), "{authorization}");
}

#[tokio::test]
async fn unsigned_requests_have_no_date_and_no_authorization() {
    let server = Loopback::start([json("200 OK", "{}")]);
    let client = server.builder().unsigned().user_agent("mine/1".parse().unwrap()).build().unwrap();
    client.get_account().send().await.unwrap();
    let request = server.request();
    let expected = "host accept-encoding user-agent accept amz-sdk-invocation-id amz-sdk-request";
    assert_eq!(request.names().join(" "), expected);
    assert_eq!(request.header("user-agent"), Some("mine/1"));
}

#[tokio::test]
async fn the_raw_door_gives_the_answer_as_it_came() {
    let server = Loopback::start([json("404 Not Found", r#"{"message": "no"}"#)]);
    let input = GetRestApi::builder().rest_api_id("x").build();
    let reply = server.client().call(GetRestApi::OPERATION, &input).await.unwrap();
    assert_eq!(reply.status, 404);
    assert_eq!(reply.headers["content-type"], "application/json");
    assert_eq!(&reply.body[..], br#"{"message": "no"}"#);
    assert_eq!(reply.failure().unwrap().message, "no");
}

#[test]
fn what_cannot_be_sent_is_refused_when_it_is_bound() {
    let put = PutIntegration::OPERATION;
    let json = serde_json::json!({ "restApiId": "x", "resourceId": "y" });
    let document = Document::new(&json, put.input.shape());
    let Value::Structure(members) = document.to_value() else { panic!("a structure") };
    assert_eq!(bind(put, members).unwrap_err(), BindError::MissingLabel { member: "httpMethod" });
    let json = serde_json::json!({ "restApiId": { "a": 1 } });
    let document = Document::new(&json, put.input.shape());
    let Value::Structure(members) = document.to_value() else { panic!("a structure") };
    assert_eq!(bind(put, members).unwrap_err(), BindError::NoForm { member: "restApiId" });
    let export = apigw_model::GetExport::OPERATION;
    let json = serde_json::json!({ "restApiId": "x", "stageName": "y", "exportType": "z", "accepts": "a\nb" });
    let document = Document::new(&json, export.input.shape());
    let Value::Structure(members) = document.to_value() else { panic!("a structure") };
    assert_eq!(bind(export, members).unwrap_err(), BindError::InvalidHeader { member: "accepts" });
}

#[tokio::test]
async fn a_path_longer_than_a_request_can_have_is_refused() {
    let server = Loopback::start([]);
    let call = server.client().get_rest_api().rest_api_id("x".repeat(65_001)).send().await;
    let error = call.unwrap_err();
    assert_eq!(error.to_string(), "the path and query are too long; shorten them to 65,000 bytes");
}
