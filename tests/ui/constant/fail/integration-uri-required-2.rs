//! Made from the examples of the rule `integration-uri-required`.

use apigw_model::PutIntegration;

fn main() {
    let _ = PutIntegration::builder()
        .rest_api_id("api")
        .resource_id("res")
        .http_method("GET")
        .r#type(apigw_model::integration_type::HTTP_PROXY)
        .integration_http_method("ANY")
        .connection_type("VPC_LINK")
        .connection_id("abc")
        .build();
}
