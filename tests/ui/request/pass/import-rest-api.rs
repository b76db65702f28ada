//! Made from what the rules of `ImportRestApi` must accept.

#![allow(deprecated)]

use apigw_model::{ImportRestApi, request};

fn main() {
    let _ = request!(ImportRestApi {
        body: "{\"swagger\": \"2.0\"}",
    });
    let _ = request!(ImportRestApi {
        body: "openapi: 3.0.1\ninfo:\n  title: \"a\"\n",
    });
}
