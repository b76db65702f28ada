//! Made from the examples of the rule `method-response-parameter-key`.

use apigw_model::{Input, PutMethodResponse};

#[derive(Input)]
#[apigw(
    operation = PutMethodResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.request.header.X": true },
)]
struct Mine0 {}

fn main() {
    let _: PutMethodResponse = Mine0 {}.into();
}
