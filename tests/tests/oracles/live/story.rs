//! The page's three examples, from the API that they need to its end.

use apigw_client::Client;
use apigw_model::{HttpMethod, Integration, IntegrationType, Resource};
use serde_json::Value;

use crate::live::doors::run;
use crate::live::server::LiveServer;

const TEMPLATE: &str = "{\"statusCode\": 200}";
const URI: &str = "https://domain.tld/path";
const LAMBDA: &str = "arn:aws:apigateway:us-west-2:lambda:path//2015-03-31/functions/arn:aws:lambda:us-west-2:\
                      123412341234:function:function_name/invocations";

/// The page's integrations as the server gives them back.
fn expected(number: usize, integration: &Integration) {
    let types = [IntegrationType::Mock, IntegrationType::Http, IntegrationType::Aws];
    assert_eq!(integration.r#type.as_ref(), Some(&types[number]));
    assert_eq!(integration.uri.as_deref(), [None, Some(URI), Some(LAMBDA)][number]);
    let template = integration.request_templates.as_ref().and_then(|templates| templates.get("application/json"));
    assert_eq!(template.map(String::as_str), (number == 0).then_some(TEMPLATE));
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn through_the_client() {
    let moto = LiveServer::moto();
    let client = moto.client();
    let api = client.create_rest_api().name("pets").send().await.unwrap().id.unwrap();
    let resources = client.get_resources().rest_api_id(&*api).send().await.unwrap().items.unwrap();
    let root = resources[0].id.clone().unwrap();
    let method = client.put_method().rest_api_id(&*api).resource_id(&*root).http_method("GET");
    method.authorization_type("NONE").send().await.unwrap();
    let response = client.put_method_response().rest_api_id(&*api).resource_id(&*root).http_method("GET");
    response.status_code("200").send().await.unwrap();
    for number in 0..3 {
        expected(number, &put(&client, number, &api, &root).await);
        let get = client.get_integration().rest_api_id(&*api).resource_id(&*root);
        expected(number, &get.http_method("GET").send().await.unwrap());
    }
    let response = client.put_integration_response().rest_api_id(&*api).resource_id(&*root);
    let response = response.http_method("GET").status_code("200").selection_pattern("").send().await.unwrap();
    assert_eq!(response.status_code.as_deref(), Some("200"));
    let embedded = client.get_resources().rest_api_id(&*api).embed(["methods"]).send().await.unwrap();
    check_embedded(&embedded.items.unwrap());
    client.delete_rest_api().rest_api_id(&*api).send().await.unwrap();
    let error = client.get_rest_api().rest_api_id(&*api).send().await.unwrap_err();
    assert_eq!(error.code(), Some("NotFoundException"));
}

fn check_embedded(resources: &[Resource]) {
    let method = &resources[0].resource_methods.as_ref().unwrap()["GET"];
    let integration = method.method_integration.as_ref().unwrap();
    expected(2, integration);
    assert_eq!(integration.integration_responses.as_ref().unwrap().len(), 1);
}

/// Makes the call of one of the page's examples.
async fn put(client: &Client, number: usize, api: &str, resource: &str) -> Integration {
    let put = client.put_integration().rest_api_id(api).resource_id(resource).http_method(HttpMethod::Get);
    let put = match number {
        0 => put.r#type(IntegrationType::Mock).request_templates([("application/json", TEMPLATE)]).send(),
        1 => put.r#type(IntegrationType::Http).integration_http_method("GET").uri(URI).send(),
        _ => put.r#type(IntegrationType::Aws).integration_http_method("POST").uri(LAMBDA).send(),
    };
    put.await.unwrap()
}

pub(crate) fn through_the_command() {
    let moto = LiveServer::moto();
    let apigw = |words: &[&str]| run(moto.command().args(words)).unwrap();
    let api = apigw(&["create-rest-api", "--name", "pets"])["id"].as_str().unwrap().to_owned();
    let resources = apigw(&["get-resources", "--rest-api-id", &api]);
    let root = resources["items"][0]["id"].as_str().unwrap().to_owned();
    let method = ["--rest-api-id", &api, "--resource-id", &root, "--http-method", "GET"];
    let on_method = |first: &[&str], rest: &[&str]| apigw(&[first, &method, rest].concat());
    on_method(&["put-method"], &["--authorization-type", "NONE"]);
    on_method(&["put-method-response"], &["--status-code", "200"]);
    let templates = r#"{ "application/json": "{\"statusCode\": 200}" }"#;
    let examples: [&[&str]; 3] = [
        &["--type", "MOCK", "--request-templates", templates],
        &["--type", "HTTP", "--integration-http-method", "GET", "--uri", URI],
        &["--type", "AWS", "--integration-http-method", "POST", "--uri", LAMBDA],
    ];
    for (number, words) in examples.into_iter().enumerate() {
        expected(number, &read(on_method(&["put-integration"], words)));
        // The name of the service may stand before the operation's, as for `aws`.
        expected(number, &read(on_method(&["apigateway", "get-integration"], &[])));
    }
    let response = on_method(&["put-integration-response"], &["--status-code", "200", "--selection-pattern", ""]);
    assert_eq!(response["statusCode"], "200");
    let embedded = apigw(&["get-resources", "--rest-api-id", &api, "--embed", "methods"]);
    check_embedded(&serde_json::from_value::<Vec<Resource>>(embedded["items"].clone()).unwrap());
    assert_eq!(apigw(&["delete-rest-api", "--rest-api-id", &api]), serde_json::json!({}));
    let gone = run(moto.command().args(["get-rest-api", "--rest-api-id", &api]));
    assert_eq!(gone, Err("NotFoundException".to_owned()));
}

fn read(printed: Value) -> Integration {
    serde_json::from_value(printed).unwrap()
}

/// Errors of the server have the kinds of the operation, and the command leaves with the status of a refusal.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn refusals() {
    let moto = LiveServer::moto();
    let error = moto.client().get_rest_api().rest_api_id("gone").send().await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(format!("{:?}", error.kind().unwrap()).contains("NotFound"), "{error:?}");
    let words = ["get-rest-api", "--rest-api-id", "gone"];
    let done = moto.command().args(words).output().unwrap();
    assert_eq!(done.status.code(), Some(254));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("An error occurred (NotFoundException) when calling the GetRestApi operation"), "{told}");
}
