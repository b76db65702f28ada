//! Made from the examples of the rule `integration-proxy-calls-lambda`.

use apigw_model::{PutIntegration, request};

fn main() {
    let _ = request!(PutIntegration {
        rest_api_id: "api",
        resource_id: "res",
        http_method: "GET",
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: "arn:aws:apigateway:us-east-1:s3:path/b/k",
    });
}
