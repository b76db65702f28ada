//! Made from the examples of the rule `deployment-stage-name`.

use apigw_model::{Input, CreateDeployment};

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    stage_name = "a b",
)]
struct Mine0 {}

fn main() {
    let _: CreateDeployment = Mine0 {}.into();
}
