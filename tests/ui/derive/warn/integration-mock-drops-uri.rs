//! Made from the examples of the rule `integration-mock-drops-uri`.

#![deny(deprecated)]

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "MOCK",
    request_templates = { "application/json": "{\"statusCode\": 200}" },
    uri = "https://example.com",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
