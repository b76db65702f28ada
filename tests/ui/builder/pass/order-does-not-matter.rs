//! Required members are counted, not ordered, and a builder can be kept and copied on the way.

use apigw_model::{IntegrationType, PutIntegration};

fn main() {
    let common = PutIntegration::builder().http_method("GET").r#type(IntegrationType::Mock);
    let one = common.clone().resource_id("a").rest_api_id("b").build();
    let other = common.rest_api_id("b").resource_id("c").resource_id("a").build();
    assert_eq!(one, other);
}
