//! Made from the examples of the rule `integration-mock-drops-uri`.

#![deny(deprecated)]

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "MOCK",
        request_templates: { "application/json": "{\"statusCode\": 200}" },
        uri: "https://example.com",
    });
}
