//! Made from the examples of the rule `integration-credentials-required`.

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
