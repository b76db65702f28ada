//! A match that expects new values.

use apigw_model::ConnectionType;

fn main() {
    let name = match ConnectionType::from("CARRIER_PIGEON") {
        ConnectionType::Internet => "internet".to_owned(),
        ConnectionType::VpcLink => "link".to_owned(),
        other => other.to_string(),
    };
    assert_eq!(name, "CARRIER_PIGEON");
}
