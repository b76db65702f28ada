//! Made from the examples of the rule `integration-response-parameter-value`.

use apigw_model::{Input, PutIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    response_parameters = { "method.response.header.X": "method.request.header.X" },
)]
struct Mine0 {}

fn main() {
    let _: PutIntegrationResponse = Mine0 {}.into();
}
