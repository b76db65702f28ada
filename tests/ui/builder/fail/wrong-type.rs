//! A number given as text.

use apigw_model::PutIntegration;

fn main() {
    let _ = PutIntegration::builder().timeout_in_millis("29000");
}
