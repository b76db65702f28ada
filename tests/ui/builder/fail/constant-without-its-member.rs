//! A typed constant brings its conditions along.

use apigw_model::{PutIntegration, integration_type};

fn main() {
    let put = PutIntegration::builder().rest_api_id("a").resource_id("b").http_method("GET");
    let _ = put.r#type(integration_type::HTTP_PROXY).integration_http_method("GET").build();
}
