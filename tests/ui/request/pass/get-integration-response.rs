//! Made from what the rules of `GetIntegrationResponse` must accept.

#![allow(deprecated)]

use apigw_model::{GetIntegrationResponse, request};

fn main() {
    let _ = request!(GetIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(GetIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(GetIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(GetIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
