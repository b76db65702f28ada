//! Made from the examples of the rule `api-key-value-length`.

use apigw_model::{Input, CreateApiKey};

#[derive(Input)]
#[apigw(
    operation = CreateApiKey,
    value = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
)]
struct Mine0 {}

fn main() {
    let _: CreateApiKey = Mine0 {}.into();
}
