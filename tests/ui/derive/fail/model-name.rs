//! Made from the examples of the rule `model-name`.

use apigw_model::{Input, CreateModel};

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine0 {}

fn main() {
    let _: CreateModel = Mine0 {}.into();
}
