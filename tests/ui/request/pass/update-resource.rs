//! Made from what the rules of `UpdateResource` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateResource, request};

fn main() {
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "c",
        patch_operations: [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "c",
        patch_operations: [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "c",
        patch_operations: [{
            op: "replace",
            path: "/parentId",
            value: "r",
        }, {
            op: "replace",
            path: "/pathPart",
            value: "dogs",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "a",
        patch_operations: [{
            op: "replace",
            path: "/pathPart",
            value: "pets",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "b",
        patch_operations: [{
            op: "replace",
            path: "/pathPart",
            value: "{id}",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "c",
        patch_operations: [{
            op: "replace",
            path: "/pathPart",
            value: "{id}",
        }],
    });
    let _ = request!(UpdateResource {
        rest_api_id: "xrestapii",
        resource_id: "a",
        patch_operations: [{
            op: "replace",
            path: "/pathPart",
            value: "x",
        }],
    });
}
