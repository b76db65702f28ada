//! Made from what the rules of `DeleteIntegration` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteIntegration, request};

fn main() {
    let _ = request!(DeleteIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(DeleteIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(DeleteIntegration {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
