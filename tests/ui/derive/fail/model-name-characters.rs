//! Made from the examples of the rule `model-name-characters`.

use apigw_model::{Input, CreateModel};

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "my-pet",
    content_type = "application/json",
    schema = "{\"type\": \"object\"}",
)]
struct Mine0 {}

fn main() {
    let _: CreateModel = Mine0 {}.into();
}
