//! Made from the examples of the rule `model-content-type`.

#![deny(deprecated)]

use apigw_model::{CreateModel, request};

fn main() {
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "json",
        schema: "{\"type\": \"object\"}",
    });
}
