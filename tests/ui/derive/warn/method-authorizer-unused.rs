//! Made from the examples of the rule `method-authorizer-unused`.

#![deny(deprecated)]

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    authorizer_id = "a",
)]
struct Mine0 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
}
