//! Made from the examples of the rule `resource-path-part`.

use apigw_model::{Input, CreateResource};

#[derive(Input)]
#[apigw(
    operation = CreateResource,
    rest_api_id = "xrestapii",
    parent_id = "r",
    path_part = "{a",
)]
struct Mine0 {}

fn main() {
    let _: CreateResource = Mine0 {}.into();
}
