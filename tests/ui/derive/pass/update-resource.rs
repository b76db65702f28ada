//! Made from what the rules of `UpdateResource` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateResource};

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "c",
    patch_operations = [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "c",
    patch_operations = [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "c",
    patch_operations = [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "dogs",
        }],
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "a",
    patch_operations = [{
            op: "replace",
            path: "/pathPart",
            value: "pets",
        }],
)]
struct Mine3 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "b",
    patch_operations = [{
            op: "replace",
            path: "/pathPart",
            value: "{id}",
        }],
)]
struct Mine4 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "c",
    patch_operations = [{
            op: "replace",
            path: "/pathPart",
            value: "{id}",
        }],
)]
struct Mine5 {}

#[derive(Input)]
#[apigw(
    operation = UpdateResource,
    rest_api_id = "xrestapii",
    resource_id = "a",
    patch_operations = [{
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
)]
struct Mine6 {}

fn main() {
    let _: UpdateResource = Mine0 {}.into();
    let _: UpdateResource = Mine1 {}.into();
    let _: UpdateResource = Mine2 {}.into();
    let _: UpdateResource = Mine3 {}.into();
    let _: UpdateResource = Mine4 {}.into();
    let _: UpdateResource = Mine5 {}.into();
    let _: UpdateResource = Mine6 {}.into();
}
