//! Made from the examples of the rule `integration-response-selection-pattern`.

#![deny(deprecated)]

use apigw_model::{Input, PutIntegrationResponse};

#[derive(Input)]
#[apigw(
    operation = PutIntegrationResponse,
    rest_api_id = "xrestapii",
    resource_id = "xresource",
    http_method = "GET",
    status_code = "200",
    selection_pattern = "4\\d{2",
)]
struct Mine0 {}

fn main() {
    let _: PutIntegrationResponse = Mine0 {}.into();
}
