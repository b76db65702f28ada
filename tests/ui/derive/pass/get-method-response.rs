//! Made from what the rules of `GetMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, GetMethodResponse};

#[derive(Input)]
#[apigw(
    operation = GetMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = GetMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = GetMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

fn main() {
    let _: GetMethodResponse = Mine0 {}.into();
    let _: GetMethodResponse = Mine1 {}.into();
    let _: GetMethodResponse = Mine2 {}.into();
}
