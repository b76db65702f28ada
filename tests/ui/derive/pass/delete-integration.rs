//! Made from what the rules of `DeleteIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteIntegration};

#[derive(Input)]
#[apigw(
    operation = DeleteIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = DeleteIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = DeleteIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine2 {}

fn main() {
    let _: DeleteIntegration = Mine0 {}.into();
    let _: DeleteIntegration = Mine1 {}.into();
    let _: DeleteIntegration = Mine2 {}.into();
}
