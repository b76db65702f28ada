//! Made from the examples of the rule `integration-http-method-required`.

use apigw_model::PutIntegration;

fn main() {
    let _ = PutIntegration::builder()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .uri("https://example.com/")
        .build();
}
