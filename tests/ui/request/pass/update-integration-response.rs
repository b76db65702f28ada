//! Made from what the rules of `UpdateIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateIntegrationResponse, request};

fn main() {
    let _ = request!(UpdateIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(UpdateIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(UpdateIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(UpdateIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
