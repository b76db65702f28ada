//! The macros of a user's own model know its rules, and report at the user's tokens.

use apigw_model::{Input, Output};
use apigw_tests::own::SendParcel;

#[derive(Input)]
#[apigw(operation = SendParcel, path = apigw_tests::own, carrier = DRONE)]
struct Flight {
    parcel_id: String,
}

#[derive(Output)]
#[apigw(structure = SendParcel, path = apigw_tests::own)]
struct Sent {
    flight_plans: String,
}

fn main() {
    let _ = apigw_tests::own::request!(SendParcel { parcel_id: "p", carrier: DRONE });
    let _ = apigw_model::request!(path = apigw_tests::own, SendParcel { parcel_id: "p", carrier: BIKES });
    let _ = apigw_model::request!(path = apigw_tests, SendParcel { parcel_id: "p" });
}
