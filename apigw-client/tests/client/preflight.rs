//! What is around a request is read before it is sent, as far as rules look at it.

use crate::loopback::{Loopback, json};
use apigw_client::{Error, Validation};
use apigw_model::PutIntegration;

/// A method that declares one parameter, an API, and what an integration becomes.
const METHOD: &str = r#"{"httpMethod": "GET", "requestParameters": {"method.request.path.id": true}}"#;
const API: &str = r#"{"id": "x", "endpointConfiguration": {"types": ["REGIONAL"]}}"#;

fn fed(parameter: &str) -> PutIntegration {
    let put = PutIntegration::builder().rest_api_id("x").resource_id("y").http_method("GET");
    let put = put.r#type(apigw_model::IntegrationType::from("HTTP_PROXY")).integration_http_method("GET");
    put.uri("https://example.com/{id}").request_parameters([("integration.request.path.id", parameter)]).build()
}

#[tokio::test]
async fn preflight_reads_what_rules_look_at_and_nothing_else() {
    let replies = vec![json("200 OK", METHOD), json("200 OK", API), json("201 Created", r#"{"type": "HTTP_PROXY"}"#)];
    let server = Loopback::start(replies);
    let client = server.builder().validation(Validation::Preflight).build().unwrap();
    client.send(&fed("method.request.path.id")).await.unwrap();
    let sent: Vec<String> = (0..3).map(|_| server.request()).map(|sent| sent.line.replace(" HTTP/1.1", "")).collect();
    assert_eq!(
        sent,
        [
            "GET /restapis/x/resources/y/methods/GET",
            "GET /restapis/x",
            "PUT /restapis/x/resources/y/methods/GET/integration"
        ]
    );
}

#[tokio::test]
async fn preflight_finds_what_the_input_alone_cannot_show() {
    let server = Loopback::start(vec![json("200 OK", METHOD), json("200 OK", API)]);
    let client = server.builder().validation(Validation::Preflight).build().unwrap();
    let Err(Error::Invalid(found)) = client.send(&fed("method.request.path.no")).await else { panic!("invalid") };
    assert_eq!(found[0].rule, "integration-request-parameter-declared");
}

#[tokio::test]
async fn what_preflight_cannot_read_fails_no_rule() {
    let denied = json("403 Forbidden", r#"{"message": "no"}"#);
    let missing = json("404 Not Found", r#"{"message": "Invalid Method identifier specified"}"#);
    let server = Loopback::start(vec![missing, denied, json("201 Created", r#"{"type": "HTTP_PROXY"}"#)]);
    let client = server.builder().validation(Validation::Preflight).build().unwrap();
    client.send(&fed("method.request.path.no")).await.unwrap();
}
