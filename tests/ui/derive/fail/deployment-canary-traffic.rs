//! Made from the examples of the rule `deployment-canary-traffic`.

use apigw_model::{Input, CreateDeployment};

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    canary_settings = {
            percent_traffic: 101.0,
        },
    stage_name = "dev",
)]
struct Mine0 {}

fn main() {
    let _: CreateDeployment = Mine0 {}.into();
}
