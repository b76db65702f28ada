//! Made from the examples of the rule `integration-stream-without-conversion`.

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
    response_transfer_mode = "STREAM",
    content_handling = "CONVERT_TO_TEXT",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
