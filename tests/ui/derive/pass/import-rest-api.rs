//! Made from what the rules of `ImportRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{Input, ImportRestApi};

#[derive(Input)]
#[apigw(
    operation = ImportRestApi,
    body = "{\"swagger\": \"2.0\"}",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = ImportRestApi,
    body = "openapi: 3.0.1\ninfo:\n  title: \"a\"\n",
)]
struct Mine1 {}

fn main() {
    let _: ImportRestApi = Mine0 {}.into();
    let _: ImportRestApi = Mine1 {}.into();
}
