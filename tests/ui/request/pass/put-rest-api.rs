//! Made from what the rules of `PutRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{PutRestApi, request};

fn main() {
    let _ = request!(PutRestApi {
        rest_api_id: "xrestapii",
        body: "{\"swagger\": \"2.0\"}",
    });
    let _ = request!(PutRestApi {
        rest_api_id: "xrestapii",
        body: "openapi: 3.0.1\ninfo:\n  title: \"a\"\n",
    });
}
