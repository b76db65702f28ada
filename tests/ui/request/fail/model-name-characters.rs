//! Made from the examples of the rule `model-name-characters`.

use apigw_model::{CreateModel, request};

fn main() {
    let _ = request!(CreateModel {
        rest_api_id: "xrestapii",
        name: "my-pet",
        content_type: "application/json",
        schema: "{\"type\": \"object\"}",
    });
}
