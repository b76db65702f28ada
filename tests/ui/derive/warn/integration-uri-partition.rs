//! Made from the examples of the rule `integration-uri-partition`.

#![deny(deprecated)]

use apigw_model::{Input, PutIntegration};

#[derive(Input)]
#[apigw(
    operation = PutIntegration,
    rest_api_id = "api",
    resource_id = "res",
    http_method = "GET",
    type = "AWS_PROXY",
    integration_http_method = "POST",
    uri = "arn:aws:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
