//! Made from what the rules of `UpdateMethod` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateMethod, request};

fn main() {
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }, {
            op: "replace",
            path: "/authorizerId",
            value: "a",
        }],
    });
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }],
    });
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/authorizationType",
            value: "CUSTOM",
        }],
    });
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/authorizationType",
            value: "NONE",
        }],
    });
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(UpdateMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
