//! Made from the examples of the rule `integration-target-is-load-balancer`.

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
    integration_target = "arn:aws:ec2:us-east-2:1:instance/i-1",
    connection_type = "VPC_LINK",
    connection_id = "${stageVariables.vpcLinkV2Id}",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegration = Mine0 {}.into();
}
