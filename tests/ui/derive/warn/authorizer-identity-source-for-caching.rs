//! Made from the examples of the rule `authorizer-identity-source-for-caching`.

#![deny(deprecated)]

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "REQUEST",
    authorizer_uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
