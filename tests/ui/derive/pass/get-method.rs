//! Made from what the rules of `GetMethod` must accept.

#![allow(deprecated)]

use apigw_model::{Input, GetMethod};

#[derive(Input)]
#[apigw(
    operation = GetMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = GetMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine1 {}

fn main() {
    let _: GetMethod = Mine0 {}.into();
    let _: GetMethod = Mine1 {}.into();
}
