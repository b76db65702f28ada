//! Made from the examples of the rule `integration-tls-config-for-http`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .uri("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:fn/invocations")
        .tls_config(apigw_model::TlsConfig::builder().insecure_skip_verification(true).build())
        .send();
}

fn main() {}
