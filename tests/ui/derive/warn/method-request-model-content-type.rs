//! Made from the examples of the rule `method-request-model-content-type`.

#![deny(deprecated)]

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_models = { "json": "Pet" },
)]
struct Mine0 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
}
