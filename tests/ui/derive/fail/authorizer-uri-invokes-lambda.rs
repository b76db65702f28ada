//! Made from the examples of the rule `authorizer-uri-invokes-lambda`.

use apigw_model::{Input, CreateAuthorizer};

#[derive(Input)]
#[apigw(
    operation = CreateAuthorizer,
    rest_api_id = "xrestapii",
    name = "xname",
    type = "TOKEN",
    authorizer_uri = "arn:aws:lambda:us-east-1:111111111111:function:auth",
    identity_source = "method.request.header.Auth",
)]
struct Mine0 {}

fn main() {
    let _: CreateAuthorizer = Mine0 {}.into();
}
