//! Made from what the rules of `DeleteIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteIntegrationResponse, request};

fn main() {
    let _ = request!(DeleteIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(DeleteIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(DeleteIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(DeleteIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
