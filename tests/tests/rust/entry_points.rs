//! What the doors make of right requests, and of rules that are allowed to be broken.

use std::collections::BTreeMap;

use apigw_model::construct::{IntegrationUri, Mapping, RequestParameter};
use apigw_model::{
    ConnectionType, CreateUsagePlan, FromOutput, GetIntegration, HttpMethod, Input, Integration, IntegrationResponse,
    IntegrationType, Operation, Output, PutIntegration, TlsConfig, UpdateStage, Validate, request,
};
use proc_macro2::TokenStream;

#[test]
fn a_literal_is_the_builder_written_shorter() {
    let api = String::from("1234123412");
    let keys = vec!["method.request.path.id".to_owned()];
    let literal = request!(PutIntegration {
        rest_api_id: &api, resource_id: "a1b2c3", http_method: GET, type: HTTP_PROXY, integration_http_method: "GET",
        uri: IntegrationUri::http("https://domain.tld/{id}"), timeout_in_millis: 5_000,
        request_parameters: { RequestParameter::path("id"): Mapping::path("id"), "integration.request.header.X": "'x'" },
        cache_key_parameters: keys, tls_config: { insecure_skip_verification: false },
    });
    let built = PutIntegration::builder()
        .rest_api_id("1234123412")
        .resource_id("a1b2c3")
        .http_method(HttpMethod::Get)
        .r#type(IntegrationType::HttpProxy)
        .integration_http_method("GET")
        .uri("https://domain.tld/{id}")
        .timeout_in_millis(5_000)
        .request_parameters([
            ("integration.request.path.id", "method.request.path.id"),
            ("integration.request.header.X", "'x'"),
        ])
        .cache_key_parameters(["method.request.path.id"])
        .tls_config(TlsConfig::builder().insecure_skip_verification(false).build())
        .build();
    assert_eq!(literal, built);
    assert!(literal.violations().is_empty());
}

#[test]
fn a_base_gives_what_is_not_named() {
    let base = request!(PutIntegration { rest_api_id: "a", resource_id: "b", http_method: GET, type: MOCK });
    let other = request!(PutIntegration { resource_id: "c", connection_type: INTERNET, ..base.clone() });
    assert_eq!((other.rest_api_id.as_str(), other.resource_id.as_str()), ("a", "c"));
    assert_eq!(other.connection_type, Some(ConnectionType::Internet));
    assert_eq!(other.r#type, IntegrationType::Mock);
}

#[test]
fn members_that_are_not_compiled_only_look_like_members() {
    let put = request!(PutIntegration {
        rest_api_id: "a", resource_id: "b", http_method: GET, type: HTTP, integration_http_method: "GET",
        uri: "https://domain.tld",
        #[cfg(any())] of_another_version: 5,
        #[cfg(any())] conection_id: "c",
        #[cfg(any())] resource_id: "d",
        tls_config: { #[cfg(not(any()))] insecure_skip_verification: true, #[cfg(any())] unknown: 1 },
    });
    assert_eq!((put.resource_id.as_str(), put.connection_id), ("b", None));
    assert_eq!(put.tls_config.and_then(|tls| tls.insecure_skip_verification), Some(true));

    let nested = "#[cfg(all())] tls_config: { #[cfg(unix)] unknown: 1 }";
    let compiled = request_text(nested);
    assert!(
        compiled.contains("# [cfg (all ())] # [cfg (unix)] :: core :: compile_error ! (\"unknown member"),
        "{compiled}"
    );
    let compiled = request_text("#[cfg(any())] content_handling: \"CONVERT_TO_TEXT\", content_handling: \"NEVER\"");
    assert!(compiled.contains("compile_error"), "{compiled}");
    let compiled = request_text("#[cfg(all())] of_another_version: 5");
    assert!(compiled.contains("# [cfg (all ())] :: core :: compile_error ! (\"unknown member"), "{compiled}");
}

#[test]
fn structures_nest_in_lists_and_maps() {
    let plan = request!(CreateUsagePlan {
        name: "plan",
        api_stages: [{ api_id: "a", stage: "s", throttle: { "/pets/GET": { burst_limit: 3, rate_limit: 2.5 } } }],
    });
    let stage = &plan.api_stages.as_deref().unwrap_or_default()[0];
    assert_eq!(stage.throttle.as_ref().and_then(|map| map["/pets/GET"].rate_limit), Some(2.5));
    let update = request!(UpdateStage { rest_api_id: "a", stage_name: "s", patch_operations: [] });
    assert_eq!(update.patch_operations, Some(Vec::new()));
}

#[derive(Input)]
#[apigw(operation = PutIntegration, type = "HTTP_PROXY", integration_http_method = "ANY")]
struct Proxy<'a, U: Into<String>> {
    rest_api_id: &'a str,
    resource_id: &'a str,
    http_method: HttpMethod,
    #[apigw(rename = uri)]
    backend: U,
    timeout_in_millis: Option<i32>,
    tls_config: Option<Trusting>,
    #[apigw(skip)]
    #[expect(dead_code, reason = "it is skipped")]
    note: &'a str,
}

#[derive(Input)]
#[apigw(structure = TlsConfig, insecure_skip_verification = true)]
struct Trusting {}

#[test]
fn a_structure_of_ones_own_becomes_an_input() {
    let proxy = |timeout_in_millis, tls_config| -> PutIntegration {
        let backend = IntegrationUri::http("https://domain.tld");
        let note = "not sent";
        let http_method = HttpMethod::Any;
        Proxy { rest_api_id: "a", resource_id: "b", http_method, backend, timeout_in_millis, tls_config, note }.into()
    };
    let put = proxy(None, None);
    assert_eq!((put.timeout_in_millis, put.tls_config.is_none()), (None, true));
    let put = proxy(Some(50), Some(Trusting {}));
    assert_eq!(put.timeout_in_millis, Some(50));
    assert_eq!(put.tls_config.and_then(|tls| tls.insecure_skip_verification), Some(true));
    assert_eq!(put.uri.as_deref(), Some("https://domain.tld"));
}

#[derive(Output, Debug, PartialEq)]
#[apigw(operation = GetIntegration)]
struct Backend {
    uri: String,
    timeout_in_millis: Option<i32>,
    #[apigw(rename = integration_responses)]
    responses: BTreeMap<String, Answer>,
    #[apigw(skip)]
    seen: bool,
}

#[derive(Output, Debug, PartialEq)]
#[apigw(structure = IntegrationResponse)]
struct Answer {
    status_code: String,
}

#[test]
fn a_structure_of_ones_own_takes_what_it_names() {
    let mut source: Integration = <GetIntegration as Operation>::Output::default();
    let missing = Backend::from_output(source.clone()).expect_err("there is no address");
    assert_eq!(missing.member(), "uri");
    source.uri = Some("https://domain.tld".into());
    let answer = IntegrationResponse::builder().status_code("200").build();
    source.integration_responses = Some([("200".to_owned(), answer)].into());
    let backend = Backend::from_output(source).expect("everything is there");
    assert_eq!(backend.responses["200"], Answer { status_code: "200".to_owned() });
    assert_eq!((backend.timeout_in_millis, backend.seen), (None, false));
}

fn request_text(members: &str) -> String {
    let call = format!(
        "PutIntegration {{ rest_api_id: \"a\", resource_id: \"b\", http_method: GET, type: HTTP, \
         integration_http_method: \"GET\", {members} }}"
    );
    let tokens: TokenStream = call.parse().expect("tokens");
    apigw_codegen::request(tokens).to_string()
}

#[test]
fn what_is_allowed_is_let_pass_and_what_is_not_needed_is_told() {
    let port = "uri: \"http://example.com:81/\"";
    assert!(request_text(port).contains("port 81"));
    let allowed = request_text(&format!("#[allow(integration-uri-port, reason = \"a test server\")] {port}"));
    assert!(!allowed.contains("port 81") && !allowed.contains("allows nothing"), "{allowed}");
    let refused = "uri: \"example\"";
    assert!(request_text(refused).contains("compile_error"));
    let allowed = request_text(&format!("#[allow(integration-uri-is-url, reason = \"we know\")] {refused}"));
    assert!(!allowed.contains("compile_error"), "{allowed}");
    let needless = request_text("#[allow(integration-uri-port, reason = \"none\")] uri: \"http://example.com/\"");
    assert!(needless.contains("allows nothing here"), "{needless}");
    let reasonless = request_text(&format!("#[allow(integration-uri-port)] {port}"));
    assert!(reasonless.contains("needs a reason"), "{reasonless}");
    let misspelt = request_text(&format!("#[allow(integration-uri-prt, reason = \"a test server\")] {port}"));
    assert!(misspelt.contains("did you mean `integration-uri-port`?"), "{misspelt}");
    assert!(!misspelt.contains("allows nothing here"), "{misspelt}");
}
