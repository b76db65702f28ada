//! Made from the examples of the rule `method-authorization-type-known`.

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "OAUTH",
)]
struct Mine0 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
}
