//! Made from the examples of the rule `stage-name`.

use apigw_model::{Input, CreateStage};

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "a b",
    deployment_id = "d",
)]
struct Mine0 {}

fn main() {
    let _: CreateStage = Mine0 {}.into();
}
