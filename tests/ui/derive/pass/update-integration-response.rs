//! Made from what the rules of `UpdateIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = UpdateIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine3 {}

fn main() {
    let _: UpdateIntegrationResponse = Mine0 {}.into();
    let _: UpdateIntegrationResponse = Mine1 {}.into();
    let _: UpdateIntegrationResponse = Mine2 {}.into();
    let _: UpdateIntegrationResponse = Mine3 {}.into();
}
