//! Made from the examples of the rule `integration-response-selection-pattern`.

#![deny(deprecated)]

use apigw_model::{PutIntegrationResponse, request};

fn main() {
    let _ = request!(PutIntegrationResponse {
        rest_api_id: "xrestapii",
        resource_id: "xresource",
        http_method: "GET",
        status_code: "200",
        selection_pattern: "4\\d{2",
    });
}
