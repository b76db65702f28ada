//! What must not compile: the rules of the model are known to its macro.

fn main() {
    let _ = downstream_parcels::request!(downstream_parcels::SendParcel { parcel_id: "p", carrier: DRONE });
}
