//! Made from the examples of the rule `integration-uri-required`.

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    integration_http_method = "ANY",
    connection_type = "VPC_LINK",
    connection_id = "abc",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
