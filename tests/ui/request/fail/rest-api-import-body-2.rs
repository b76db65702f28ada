//! Made from the examples of the rule `rest-api-import-body`.

use apigw_model::{ImportRestApi, request};

fn main() {
    let _ = request!(ImportRestApi {
        body: "a:\n  - \"b \"c\": d\"\n",
    });
}
