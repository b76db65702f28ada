//! Made from the examples of the rule `integration-uri-of-api-gateway`.

#![deny(deprecated)]

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS",
        integration_http_method: "POST",
        uri: "arn:aws:sqs:us-east-1:sqs:path/1/q",
        credentials: "arn:aws:iam::111111111111:role/role",
    });
}
