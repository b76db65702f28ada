//! Made from the examples of the rule `integration-uri-required`.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .put_integration()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP)
        .integration_http_method("GET")
        .send();
}

fn main() {}
