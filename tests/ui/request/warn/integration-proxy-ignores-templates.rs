//! Made from the examples of the rule `integration-proxy-ignores-templates`.

#![deny(deprecated)]

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://example.com/",
        request_templates: { "application/json": "{}" },
    });
}
