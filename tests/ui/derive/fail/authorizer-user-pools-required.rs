//! Made from the examples of the rule `authorizer-user-pools-required`.

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "COGNITO_USER_POOLS",
    identity_source = "method.request.header.Authorization",
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
