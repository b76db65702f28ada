//! What the rules of a user's own model allow.

use apigw_tests::own::{CarrierKind, SendParcel, carrier_kind};

fn main() {
    let _ = SendParcel::builder().parcel_id("p").carrier(carrier_kind::BIKE).build();
    let _ = SendParcel::builder().parcel_id("p").carrier(carrier_kind::DRONE).flight_plan("up").build();
    // What only run time knows is judged there.
    let _ = SendParcel::builder().parcel_id("p").carrier(CarrierKind::Drone).build();
}
