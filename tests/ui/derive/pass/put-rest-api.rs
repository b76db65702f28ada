//! Made from what the rules of `PutRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{Input, PutRestApi};

#[derive(Input)]
#[apigw(
    operation = PutRestApi,
    rest_api_id = "xrestapii",
    body = "{\"swagger\": \"2.0\"}",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = PutRestApi,
    rest_api_id = "xrestapii",
    body = "openapi: 3.0.1\ninfo:\n  title: \"a\"\n",
)]
struct Mine1 {}

fn main() {
    let _: PutRestApi = Mine0 {}.into();
    let _: PutRestApi = Mine1 {}.into();
}
