//! The model of another crate, from outside.

use apigw_model::Validate as _;
use downstream_depot::{Flight, Sent, by_bike, by_bike_too, lenient, sent};
use downstream_parcels::{CarrierKind, SendParcel};

#[test]
fn calls_and_derives_know_the_model() {
    let flight = SendParcel::from(Flight { parcel_id: "p", flight_plan: "up".to_owned() });
    assert_eq!(flight.carrier, CarrierKind::Drone);
    assert!(flight.violations().is_empty());
    assert_eq!(by_bike("p"), by_bike_too("p"));
    let known = Sent { parcel_id: "p".to_owned(), carrier: CarrierKind::Bike, weight_in_grams: Some(9000) };
    assert_eq!(sent(by_bike("p")), Some(known));
    assert_eq!(lenient("q").parcel_id, "q");
}
