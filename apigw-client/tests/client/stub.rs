//! A double of the service instead of a server.

use std::time::Duration;

use apigw_client::stub::Stub;
use apigw_client::{Client, ClientBuilder, Environment, Error, RetryPolicy, TransportError};
use apigw_model::{
    Blob, DeleteRestApi, ExportResponse, GetAccount, GetExport, GetResources, GetRestApi, HttpMethod, ImportRestApi,
    Integration, IntegrationType, PutIntegration, Resource, Resources, RestApi, get_rest_api,
};

fn integration() -> Integration {
    let mut integration = Integration::default();
    integration.r#type = Some(IntegrationType::Mock);
    integration.timeout_in_millis = Some(29_000);
    integration.http_method = Some(HttpMethod::Post);
    integration
}

#[tokio::test]
async fn replies_are_typed_and_calls_are_remembered() {
    let stub = Stub::new();
    stub.expect::<PutIntegration>().reply(&integration());
    let client = Client::from_stub(&stub);
    let put = client.put_integration().rest_api_id("a/b").resource_id("c d").http_method(HttpMethod::Get);
    let put = put.r#type(IntegrationType::Mock).request_templates([("application/json", "é")]).timeout_in_millis(1000);
    assert_eq!(put.send().await.unwrap(), integration());
    let [call] = &stub.calls::<PutIntegration>()[..] else { panic!("one call") };
    assert_eq!((call.rest_api_id.as_str(), call.resource_id.as_str()), ("a/b", "c d"));
    assert_eq!(call.http_method, HttpMethod::Get);
    assert_eq!(call.request_templates.as_ref().unwrap()["application/json"], "é");
    assert_eq!(call.timeout_in_millis, Some(1000));
    assert_eq!(call.uri, None);
    assert_eq!(stub.requests()[0].uri().path(), "/restapis/a%2Fb/resources/c%20d/methods/GET/integration");
    assert_eq!(stub.verify(), Ok(()));
}

#[tokio::test]
async fn lists_queries_payloads_and_headers_go_both_ways() {
    let stub = Stub::new();
    let mut resources = Resources::default();
    resources.items = Some(vec![Resource::default()]);
    stub.expect::<GetResources>().reply(&resources);
    let mut export = ExportResponse::default();
    export.content_type = Some("application/yaml".to_owned());
    export.body = Some(Blob::new("openapi: 3"));
    stub.expect::<GetExport>().reply(&export);
    stub.expect::<ImportRestApi>().reply(&RestApi::default());
    let client = Client::from_stub(&stub);
    let get = client.get_resources().rest_api_id("x").embed(["methods", "a b"]).limit(7);
    assert_eq!(get.send().await.unwrap(), resources);
    let call = &stub.calls::<GetResources>()[0];
    assert_eq!(call.embed.as_deref(), Some(&["methods".to_owned(), "a b".to_owned()][..]));
    assert_eq!(call.limit, Some(7));
    let get = client.get_export().rest_api_id("x").stage_name("s").export_type("oas30").accepts("application/yaml");
    assert_eq!(get.parameters([("extensions", "postman")]).send().await.unwrap(), export);
    let call = &stub.calls::<GetExport>()[0];
    assert_eq!(call.accepts.as_deref(), Some("application/yaml"));
    assert_eq!(call.parameters.as_ref().unwrap()["extensions"], "postman");
    client.import_rest_api().body(Blob::new("{}")).fail_on_warnings(true).send().await.unwrap();
    let call = &stub.calls::<ImportRestApi>()[0];
    assert_eq!((call.body.as_bytes(), call.fail_on_warnings), (&b"{}"[..], Some(true)));
    assert_eq!(call.parameters, None);
}

#[tokio::test]
async fn refusals_have_the_code_and_the_status_of_their_kind() {
    let stub = Stub::new();
    stub.expect::<GetRestApi>().reject(get_rest_api::ErrorKind::NotFound, "no such API");
    stub.expect::<GetRestApi>().reject_as(418, "Teapot", "short");
    let client = Client::from_stub(&stub);
    let error = client.get_rest_api().rest_api_id("x").send().await.unwrap_err();
    assert_eq!(error.kind(), Some(get_rest_api::ErrorKind::NotFound));
    assert_eq!((error.status(), error.to_string().as_str()), (Some(404), "NotFoundException: no such API"));
    let error = client.get_rest_api().rest_api_id("x").send().await.unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(418), Some("Teapot")));
}

#[tokio::test]
async fn expectations_are_chosen_by_operation_input_and_count() {
    let stub = Stub::new();
    let named = |name: &str| {
        let mut api = RestApi::default();
        api.name = Some(name.to_owned());
        api
    };
    stub.expect::<GetRestApi>().when(|input| input.rest_api_id == "b").reply(&named("b"));
    stub.expect::<GetRestApi>().times(2).reply(&named("twice"));
    stub.expect::<GetRestApi>().always().reply(&named("rest"));
    stub.expect::<DeleteRestApi>().respond(202, "");
    let client = Client::from_stub(&stub);
    let mut given = Vec::new();
    for id in ["a", "b", "b", "b"] {
        given.push(client.get_rest_api().rest_api_id(id).send().await.unwrap().name.unwrap());
    }
    assert_eq!(given, ["twice", "b", "twice", "rest"]);
    client.delete_rest_api().rest_api_id("x").send().await.unwrap();
    stub.verify().unwrap();
}

#[tokio::test]
async fn what_is_missing_and_what_was_not_expected_is_told() {
    let stub = Stub::new();
    stub.expect::<GetRestApi>().times(2).reply(&RestApi::default());
    let error = Client::from_stub(&stub).get_account().send().await.unwrap_err();
    let expected = "UnexpectedCall: no response is left for this call of `GetAccount`; `expect` it";
    assert_eq!(error.to_string(), expected);
    let unmet = stub.verify().unwrap_err();
    assert_eq!((&unmet.missing[..], &unmet.unexpected[..]), (&[("GetRestApi", 2)][..], &["GetAccount"][..]));
    let expected = "`GetRestApi` was expected 2 more times; `GetAccount` was called unexpectedly";
    assert_eq!(unmet.to_string(), expected);
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_network_can_be_played_and_tried_again() {
    let late = || TransportError::ReadTimeout(Duration::from_mins(1));
    let stub = Stub::new();
    stub.expect::<GetAccount>().fail(late);
    let error = Client::from_stub(&stub).get_account().send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    stub.expect::<GetAccount>().times(2).fail(late);
    stub.expect::<GetAccount>().respond(200, "{}");
    let builder: ClientBuilder = Client::builder().environment(Environment::empty()).unsigned();
    let builder = builder.endpoint_url("http://x/prefix").retry(RetryPolicy::new().max_attempts(3));
    builder.transport(stub.clone()).build().unwrap().get_account().send().await.unwrap();
    assert_eq!(stub.requests().len(), 4);
    stub.verify().unwrap();
}
