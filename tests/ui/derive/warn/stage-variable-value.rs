//! Made from the examples of the rule `stage-variable-value`.

#![deny(deprecated)]

use apigw_model::{Input, CreateStage};

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    variables = { "a": "{}" },
)]
struct Mine0 {}

fn main() {
    let _: CreateStage = Mine0 {}.into();
}
