//! Made from the examples of the rule `rest-api-one-endpoint-type`.

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: ["EDGE", "REGIONAL"],
        },
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
