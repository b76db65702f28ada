//! Made from the examples of the rule `rest-api-vpc-endpoints-private`.

#![deny(deprecated)]

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["REGIONAL"],
            vpc_endpoint_ids: ["vpce-1"],
        },
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
