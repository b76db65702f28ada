//! What a user of a model writes who cannot name its files.

use apigw_model::{FromOutput, Input, Output};
use downstream_parcels::{CarrierKind, SendParcel};

/// A flight, whose rules the model knows.
#[derive(Input)]
#[apigw(operation = SendParcel, path = downstream_parcels, carrier = DRONE)]
pub struct Flight<'a> {
    /// What flies.
    pub parcel_id: &'a str,
    /// Where.
    pub flight_plan: String,
}

/// What is known of a parcel that is sent.
#[derive(Debug, PartialEq, Eq, Output)]
#[apigw(structure = SendParcel, path = downstream_parcels)]
pub struct Sent {
    /// The parcel.
    pub parcel_id: String,
    /// Who carries it.
    pub carrier: CarrierKind,
    /// Its weight, if it was given.
    pub weight_in_grams: Option<u32>,
}

/// Sends by bike, with the macro of the model.
pub fn by_bike(parcel: &str) -> SendParcel {
    downstream_parcels::request!(SendParcel { parcel_id: parcel, carrier: BIKE, weight_in_grams: 9000 })
}

/// The same, with the macro of apigw.
pub fn by_bike_too(parcel: &str) -> SendParcel {
    apigw_model::request!(path = downstream_parcels, SendParcel {
        parcel_id: parcel, carrier: BIKE, weight_in_grams: 9000,
    })
}

/// What the rules of the one model forbid, the other allows.
pub fn lenient(parcel: &str) -> downstream_parcels::lenient::SendParcel {
    downstream_parcels::lenient::request!(downstream_parcels::lenient::SendParcel { parcel_id: parcel, carrier: DRONE })
}

/// What is known of a parcel.
pub fn sent(parcel: SendParcel) -> Option<Sent> {
    Sent::from_output(parcel).ok()
}
