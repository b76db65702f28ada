//! Made from the examples of the rule `integration-uri-required`.

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "HTTP_PROXY",
        integration_http_method: "ANY",
        connection_type: "VPC_LINK",
        connection_id: "abc",
    });
}
