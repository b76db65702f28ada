//! Made from what the rules of `DeleteDeployment` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteDeployment};

#[derive(Input)]
#[apigw(
    operation = DeleteDeployment,
    rest_api_id = "xrestapii",
    deployment_id = "d",
)]
struct Mine0 {}

fn main() {
    let _: DeleteDeployment = Mine0 {}.into();
}
