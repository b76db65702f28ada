//! Made from the examples of the rule `deployment-variable-value`.

#![deny(deprecated)]

use apigw_model::{Input, CreateDeployment};

#[derive(Input)]
#[apigw(
    operation = CreateDeployment,
    rest_api_id = "xrestapii",
    variables = { "a": "{}" },
)]
struct Mine0 {}

fn main() {
    let _: CreateDeployment = Mine0 {}.into();
}
