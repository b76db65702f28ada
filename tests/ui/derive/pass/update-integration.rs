//! Made from what the rules of `UpdateIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateIntegration};

#[derive(Input)]
#[apigw(
    operation = UpdateIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/uri",
            value: "https://example.com",
        }],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/timeoutInMillis",
            value: "1000",
        }],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = UpdateIntegration,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine4 {}

fn main() {
    let _: UpdateIntegration = Mine0 {}.into();
    let _: UpdateIntegration = Mine1 {}.into();
    let _: UpdateIntegration = Mine2 {}.into();
    let _: UpdateIntegration = Mine3 {}.into();
    let _: UpdateIntegration = Mine4 {}.into();
}
