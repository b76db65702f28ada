//! Made from what the rules of `DeleteMethod` must accept.

#![allow(deprecated)]

use apigw_model::{DeleteMethod, request};

fn main() {
    let _ = request!(DeleteMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(DeleteMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
