//! Made from what the rules of `GetIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, GetIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = GetIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = GetIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = GetIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = GetIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine3 {}

fn main() {
    let _: GetIntegrationResponse = Mine0 {}.into();
    let _: GetIntegrationResponse = Mine1 {}.into();
    let _: GetIntegrationResponse = Mine2 {}.into();
    let _: GetIntegrationResponse = Mine3 {}.into();
}
