//! Made from the examples of the rule `integration-uri-is-arn`.

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "bad-arn:lambda:path/x",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
