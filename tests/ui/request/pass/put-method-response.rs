//! Made from what the rules of `PutMethodResponse` must accept.

#![allow(deprecated)]

use apigw_model::{PutMethodResponse, request};

fn main() {
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_models: { "application/json": "Empty" },
    });
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_models: { "application/json": "Empty" },
    });
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X": false },
    });
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        response_parameters: { "method.response.header.X-Y": true },
    });
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
    let _ = request!(PutMethodResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
    });
}
