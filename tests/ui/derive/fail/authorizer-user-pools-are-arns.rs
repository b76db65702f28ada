//! Made from the examples of the rule `authorizer-user-pools-are-arns`.

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    provider_arns = ["us-east-1_a"],
    identity_source = "method.request.header.Authorization",
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
