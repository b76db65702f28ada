//! Made from the examples of the rule `integration-http-method-required-for-services`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS)
        .uri("arn:aws:apigateway:us-east-1:sqs:path/1/q")
        .credentials("arn:aws:iam::111111111111:role/role")
        .send();
}

fn main() {}
