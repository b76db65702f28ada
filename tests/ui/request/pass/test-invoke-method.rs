//! Made from what the rules of `TestInvokeMethod` must accept.

#![allow(deprecated)]

use apigw_model::{TestInvokeMethod, request};

fn main() {
    let _ = request!(TestInvokeMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
    let _ = request!(TestInvokeMethod {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
    });
}
