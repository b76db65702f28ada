//! Made from the examples of the rule `integration-timeout-too-long-for-stream`.

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
    timeout_in_millis = 900001,
    response_transfer_mode = "STREAM",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
