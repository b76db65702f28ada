//! Made from the examples of the rule `api-key-value-length`.

use apigw_model::{Input, CreateApiKey};

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    value = "short",
)]
struct Mine0 {}

fn main() {
    let _: CreateApiKey = Mine0 {}.into();
}
