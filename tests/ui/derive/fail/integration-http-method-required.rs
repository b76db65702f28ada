//! Made from the examples of the rule `integration-http-method-required`.

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "HTTP_PROXY",
    uri = "https://example.com/",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
