//! Made from the examples of the rule `rest-api-compression-size`.

use apigw_model::{Input, CreateRestApi};

#[derive(Input)]
#[apigw(
    operation = CreateRestApi,
    name = "xname",
    minimum_compression_size = -1,
)]
struct Mine0 {}

fn main() {
    let _: CreateRestApi = Mine0 {}.into();
}
