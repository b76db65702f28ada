//! Made from what the rules of `GetIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{GetIntegration, request};

fn main() {
    let _ = request!(GetIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(GetIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(GetIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
