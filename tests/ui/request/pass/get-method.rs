//! Made from what the rules of `GetMethod` must accept.

#![allow(deprecated)]

use apigw_model::{GetMethod, request};

fn main() {
    let _ = request!(GetMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(GetMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
