//! Made from the examples of the rule `integration-uri-is-arn`.

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "bad-arn:lambda:path/x",
    });
}
