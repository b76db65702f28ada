//! Made from what the rules of `UpdateMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{UpdateMethodResponse, request};

fn main() {
    let _ = request!(UpdateMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(UpdateMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(UpdateMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
