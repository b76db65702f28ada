//! Made from the examples of the rule `api-key-value-too-short`.

use apigw_model::{Input, CreateApiKey};

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    value = "@19 characters",
)]
struct Mine0 {}

fn main() {
    let _: CreateApiKey = Mine0 {}.into();
}
