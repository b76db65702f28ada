//! A known value cannot be disguised as an unknown one.

use apigw_model::IntegrationType;

fn main() {
    let _ = IntegrationType::Unknown("HTTP".into());
}
