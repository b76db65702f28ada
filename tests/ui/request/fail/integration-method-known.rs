//! Made from the examples of the rule `integration-method-known`.

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "FETCH",
        type: "HTTP",
        integration_http_method: "GET",
        uri: "https://example.com/",
    });
}
