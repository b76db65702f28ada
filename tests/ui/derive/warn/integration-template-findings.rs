//! Made from the examples of the rule `integration-template-findings`.

#![deny(deprecated)]

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP",
    integration_http_method = "GET",
    uri = "https://example.com/",
    request_templates = { "application/json": "#if($input.body) {}" },
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
