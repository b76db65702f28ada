//! Made from what the rules of `UpdateIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateIntegration, request};

fn main() {
    let _ = request!(UpdateIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/uri",
            value: "https://example.com",
        }],
    });
    let _ = request!(UpdateIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        patch_operations: [{
            op: "replace",
            path: "/timeoutInMillis",
            value: "1000",
        }],
    });
    let _ = request!(UpdateIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(UpdateIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(UpdateIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
