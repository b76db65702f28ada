//! Made from the examples of the rule `integration-http-method-required-for-services`.

use apigw_model::PutIntegration;

fn main() {
    let _ = PutIntegration::builder()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .build();
}
