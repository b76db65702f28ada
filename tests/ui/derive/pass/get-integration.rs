//! Made from what the rules of `GetIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{Input, GetIntegration};

#[derive(Input)]
#[apigw(
    operation = GetIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = GetIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = GetIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine2 {}

fn main() {
    let _: GetIntegration = Mine0 {}.into();
    let _: GetIntegration = Mine1 {}.into();
    let _: GetIntegration = Mine2 {}.into();
}
