//! Made from the examples of the rule `method-known`.

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "WRONG",
    authorization_type = "NONE",
)]
struct Mine0 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
}
