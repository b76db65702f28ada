//! Members that are given twice: a required one, an optional one, one with an `Option`, one of a client's method, and one
//! of a part.

use apigw_model::{CreateRestApi, EndpointConfiguration, PutIntegration, integration_type};

pub fn call(client: &apigw_client::Client, description: Option<&str>) {
    let _ = CreateRestApi::builder().name("a").name("b").build();
    let _ = CreateRestApi::builder().description("a").name("b").description("c").build();
    let _ = CreateRestApi::builder().name("a").maybe_description(description).description("b").build();
    let _ = client.get_rest_api().rest_api_id("a").rest_api_id("b");
    let _ = EndpointConfiguration::builder().types(["EDGE"]).types(["REGIONAL"]);
    let _ = PutIntegration::builder().r#type(integration_type::MOCK).r#type("HTTP");
}

fn main() {}
