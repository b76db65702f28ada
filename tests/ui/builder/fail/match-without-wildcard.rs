//! The service may add values, so a match has to expect others.

use apigw_model::ConnectionType;

fn main() {
    match ConnectionType::from("INTERNET") {
        ConnectionType::Internet => {}
        ConnectionType::VpcLink => {}
        ConnectionType::Unknown(_) => {}
    }
}
