//! Made from what the rules of `UpdateMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateMethodResponse};

#[derive(Input)]
#[apigw(
    operation = UpdateMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

fn main() {
    let _: UpdateMethodResponse = Mine0 {}.into();
    let _: UpdateMethodResponse = Mine1 {}.into();
    let _: UpdateMethodResponse = Mine2 {}.into();
}
