//! Made from what the rules of `ImportDocumentationParts` must accept.

#![allow(deprecated)]

use apigw_model::{ImportDocumentationParts, request};

fn main() {
    let _ = request!(ImportDocumentationParts {
        rest_api_id: "xrestapii",
        body: "{\"documentation\": {}}",
    });
}
