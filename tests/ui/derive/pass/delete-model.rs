//! Made from what the rules of `DeleteModel` must accept.

#![allow(deprecated)]

use apigw_model::{Input, DeleteModel};

#[derive(Input)]
#[apigw(
    operation = DeleteModel,
    rest_api_id = "xrestapii",
    model_name = "Cat",
)]
struct Mine0 {}

fn main() {
    let _: DeleteModel = Mine0 {}.into();
}
