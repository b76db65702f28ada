//! Made from the examples of the rule `authorizer-identity-source-required`.

#![deny(deprecated)]

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
