//! Required members are counted, not ordered, and a builder can be kept on the way.

use apigw_model::{IntegrationType, PutIntegration};

fn main() {
    let common = || PutIntegration::builder().http_method("GET").r#type(IntegrationType::Mock);
    let one = common().resource_id("a").rest_api_id("b").build();
    let kept = common().rest_api_id("b");
    let other = kept.resource_id("a").build();
    assert_eq!(one, other);
}
