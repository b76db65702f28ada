//! Made from the examples of the rule `model-schema-is-json`.

#![deny(deprecated)]

use apigw_model::{CreateModel, request};

fn main() {
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "Pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"",
    });
}
