//! Made from the examples of the rule `integration-uri-required-for-services`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::AWS_PROXY)
        .integration_http_method("POST")
        .send();
}

fn main() {}
