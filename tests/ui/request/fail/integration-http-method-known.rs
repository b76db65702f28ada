//! Made from the examples of the rule `integration-http-method-known`.

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP",
        integration_http_method: "FETCH",
        uri: "https://example.com/",
    });
}
