//! Made from what the rules of `GetMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{GetMethodResponse, request};

fn main() {
    let _ = request!(GetMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(GetMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(GetMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
