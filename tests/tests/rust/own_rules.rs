//! A rule for another operation, added in data alone, is an error in every door.

use apigw_model::{FromOutput as _, Input, Output, Validate as _};
use apigw_tests::own::{CarrierKind, SendParcel};

const FILES: &str = r#"path = "models/parcels.json", path = "models/parcels.rules.json","#;
const MESSAGE: &str = "`flight_plan` is required when `carrier` is `DRONE`";

fn expansion(expand: fn(proc_macro2::TokenStream) -> proc_macro2::TokenStream, source: &str) -> String {
    expand(source.parse().expect("tokens")).to_string()
}

#[test]
fn the_literal_doors_refuse_it() {
    let call = format!("{FILES} SendParcel {{ parcel_id: \"p\", carrier: DRONE }}");
    assert!(expansion(apigw_codegen::request, &call).contains(MESSAGE));
    let item = format!("#[apigw({FILES} operation = SendParcel, parcel_id = \"p\", carrier = DRONE)] struct Mine {{}}");
    assert!(expansion(apigw_codegen::derive_input, &item).contains(MESSAGE));
}

#[test]
fn the_literal_doors_judge_by_what_they_see() {
    let call = format!("{FILES} SendParcel {{ parcel_id: \"p\", carrier: BIKE, weight_in_grams: 9000 }}");
    assert!(!expansion(apigw_codegen::request, &call).contains("compile_error"));
    let call =
        format!("{FILES} SendParcel {{ parcel_id: \"p\", carrier: DRONE, flight_plan: plan, weight_in_grams: 9000 }}");
    let text = expansion(apigw_codegen::request, &call);
    assert!(text.contains("`weight_in_grams` is 9000"), "{text}");
}

#[test]
fn run_time_refuses_it() {
    let send = SendParcel::builder().parcel_id("p").carrier(CarrierKind::Drone).weight_in_grams(9000).build();
    let rules: Vec<_> = send.violations().into_iter().map(|violation| violation.rule).collect();
    assert_eq!(rules, ["drone-needs-flight-plan", "drone-load"]);
}

#[derive(Input)]
#[apigw(operation = SendParcel, path = apigw_tests::own, carrier = DRONE)]
struct Flight {
    parcel_id: String,
    flight_plan: &'static str,
}

#[derive(Output)]
#[apigw(structure = SendParcel, path = apigw_tests::own)]
struct Sent {
    flight_plan: String,
}

#[test]
fn the_macros_of_a_model_know_its_specification() {
    let send = apigw_tests::own::request!(SendParcel { parcel_id: "p", carrier: BIKE, weight_in_grams: 9000 });
    let same = apigw_model::request!(
        path = apigw_tests::own,
        SendParcel { parcel_id: "p", carrier: BIKE, weight_in_grams: 9000 }
    );
    assert_eq!(send, same);
    let flight = SendParcel::from(Flight { parcel_id: "p".to_owned(), flight_plan: "up" });
    assert_eq!(flight.carrier, CarrierKind::Drone);
    assert_eq!(Sent::from_output(flight).expect("it has a plan").flight_plan, "up");
}
