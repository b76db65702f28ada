//! Made from the examples of the rule `integration-proxy-ignores-templates`.

#![deny(deprecated)]

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    uri = "https://example.com/",
    request_templates = { "application/json": "{}" },
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
