//! Made from the examples of the rule `model-name`.

use apigw_model::{CreateModel, request};

fn main() {
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
}
