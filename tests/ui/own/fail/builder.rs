//! A rule that only the data of a user's own model knows.

use apigw_tests::own::{SendParcel, carrier_kind};

fn main() {
    let _ = SendParcel::builder().parcel_id("p").carrier(carrier_kind::DRONE).build();
}
