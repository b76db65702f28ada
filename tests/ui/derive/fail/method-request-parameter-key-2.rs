//! Made from the examples of the rule `method-request-parameter-key`.

use apigw_model::{Input, PutMethod};

#[derive(Input)]
#[apigw(
    operation = PutMethod,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    authorization_type = "NONE",
    request_parameters = { "method.request.body.x": true },
)]
struct Mine0 {}

fn main() {
    let _: PutMethod = Mine0 {}.into();
}
