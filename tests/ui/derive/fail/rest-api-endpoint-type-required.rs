//! Made from the examples of the rule `rest-api-endpoint-type-required`.

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    endpoint_configuration = {
            types: [],
        },
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
