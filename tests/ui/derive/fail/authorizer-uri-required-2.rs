//! Made from the examples of the rule `authorizer-uri-required`.

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "",
    identity_source = "method.request.header.Auth, context.stage",
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
