//! Made from what the rules of `DeleteIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = DeleteIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = DeleteIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = DeleteIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = DeleteIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
)]
struct Mine3 {}

fn main() {
    let _: DeleteIntegrationResponse = Mine0 {}.into();
    let _: DeleteIntegrationResponse = Mine1 {}.into();
    let _: DeleteIntegrationResponse = Mine2 {}.into();
    let _: DeleteIntegrationResponse = Mine3 {}.into();
}
