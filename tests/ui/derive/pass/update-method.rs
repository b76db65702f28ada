//! Made from what the rules of `UpdateMethod` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateMethod};

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }, {
            op: "replace",
            path: "/authorizerId",
            value: "a",
        }],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }],
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    patch_operations = [{
            op: "replace",
            path: "/authorizationType",
            value: "NONE",
        }],
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = UpdateMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
)]
struct Mine5 {}

fn main() {
    let _: UpdateMethod = Mine0 {}.into();
    let _: UpdateMethod = Mine1 {}.into();
    let _: UpdateMethod = Mine2 {}.into();
    let _: UpdateMethod = Mine3 {}.into();
    let _: UpdateMethod = Mine4 {}.into();
    let _: UpdateMethod = Mine5 {}.into();
}
