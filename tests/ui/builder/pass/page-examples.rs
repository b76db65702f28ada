//! The examples of the page, and every way to give a value.

use std::collections::{BTreeMap, HashMap};

use apigw_model::{IntegrationType, PutIntegration, TlsConfig, UpdateStage, integration_type};

fn main() {
    let put = || PutIntegration::builder().rest_api_id("1234123412").resource_id(String::from("a1b2c3"));
    let templates = [("application/json", r#"{"statusCode": 200}"#)];
    let mock = put().http_method("GET").r#type(IntegrationType::Mock).request_templates(templates).build();
    assert_eq!(mock.request_templates.map(|templates| templates.len()), Some(1));

    let proxy = put().http_method("GET").r#type(integration_type::HTTP_PROXY).integration_http_method("GET");
    let proxy = proxy.uri("https://domain.tld/path").build();
    assert_eq!(proxy.r#type, IntegrationType::HttpProxy);

    let from_maps = put()
        .http_method("GET")
        .r#type("HTTP")
        .request_parameters(BTreeMap::from([("a".to_owned(), "b".to_owned())]))
        .request_templates(HashMap::from([("c", "d")]))
        .cache_key_parameters(["e"].iter().copied())
        .tls_config(TlsConfig::builder().insecure_skip_verification(true).build())
        .maybe_timeout_in_millis(None)
        .maybe_cache_namespace(Some("f"))
        .build();
    assert_eq!(from_maps.cache_key_parameters.as_deref(), Some(&["e".to_owned()][..]));
    assert_eq!((from_maps.timeout_in_millis, from_maps.cache_namespace.as_deref()), (None, Some("f")));

    let nothing: [apigw_model::PatchOperation; 0] = [];
    let _ = UpdateStage::builder().rest_api_id("a").stage_name("b").patch_operations(nothing).build();
}
