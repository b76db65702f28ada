//! Made from what the rules of `UpdateRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{Input, UpdateRestApi};

#[derive(Input)]
#[apigw(
    operation = UpdateRestApi,
    rest_api_id = "xrestapii",
    patch_operations = [{
            op: "replace",
            path: "/endpointConfiguration/ipAddressType",
            value: "ipv4",
        }],
)]
struct Mine0 {}

#[derive(Input)]
#[apigw(
    operation = UpdateRestApi,
    rest_api_id = "xrestapii",
    patch_operations = [{
            op: "replace",
            path: "/endpointConfiguration/ipAddressType",
            value: "ipv4",
        }],
)]
struct Mine1 {}

#[derive(Input)]
#[apigw(
    operation = UpdateRestApi,
    rest_api_id = "xrestapii",
    patch_operations = [{
            op: "add",
            path: "/endpointConfiguration/vpcEndpointIds",
            value: "vpce-1",
        }],
)]
struct Mine2 {}

#[derive(Input)]
#[apigw(
    operation = UpdateRestApi,
    rest_api_id = "xrestapii",
    patch_operations = [{
            op: "add",
            path: "/description",
            value: "x",
        }],
)]
struct Mine3 {}

fn main() {
    let _: UpdateRestApi = Mine0 {}.into();
    let _: UpdateRestApi = Mine1 {}.into();
    let _: UpdateRestApi = Mine2 {}.into();
    let _: UpdateRestApi = Mine3 {}.into();
}
