//! Made from the examples of the rule `stage-canary-traffic`.

use apigw_model::{Input, CreateStage};

#[derive(Input)]
#[apigw(
    operation = CreateStage,
    rest_api_id = "xrestapii",
    stage_name = "dev",
    deployment_id = "d",
    canary_settings = {
            percent_traffic: -1.0,
        },
)]
struct Mine0 {}

fn main() {
    let _: CreateStage = Mine0 {}.into();
}
