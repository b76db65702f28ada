//! Made from what the rules of `UpdateRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateRestApi, request};

fn main() {
    let _ = request!(UpdateRestApi {
        rest_api_id: "xrestapii",
        patch_operations: [{
            op: "replace",
            path: "/endpointConfiguration/ipAddressType",
            value: "ipv4",
        }],
    });
    let _ = request!(UpdateRestApi {
        rest_api_id: "xrestapii",
        patch_operations: [{
            op: "replace",
            path: "/endpointConfiguration/ipAddressType",
            value: "ipv4",
        }],
    });
    let _ = request!(UpdateRestApi {
        rest_api_id: "xrestapii",
        patch_operations: [{
            op: "add",
            path: "/endpointConfiguration/vpcEndpointIds",
            value: "vpce-1",
        }],
    });
    let _ = request!(UpdateRestApi {
        rest_api_id: "xrestapii",
        patch_operations: [{
            op: "add",
            path: "/description",
            value: "x",
        }],
    });
}
