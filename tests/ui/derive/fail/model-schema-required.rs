//! Made from the examples of the rule `model-schema-required`.

use apigw_model::{Input, CreateModel};

#[derive(Input)]
#[apigw(
    operation = CreateModel,
    rest_api_id = "xrestapii",
    name = "Pet",
    content_type = "application/json",
)]
struct Mine0 {}

fn main() {
    let _: CreateModel = Mine0 {}.into();
}
