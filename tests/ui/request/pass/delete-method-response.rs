//! Made from what the rules of `DeleteMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteMethodResponse, request};

fn main() {
    let _ = request!(DeleteMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(DeleteMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(DeleteMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
