//! Made from the examples of the rule `rest-api-description`.

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    description = "",
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
