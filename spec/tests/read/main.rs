//! Reading models: what comes out of a sound one, and what is said about an unsound one.
#![cfg(feature = "read")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod handling;
mod hostile;
mod shop;
mod unsound;
mod unsound_operations;

use apigw_spec::shape::{TimestampFormat, Values};
use apigw_spec::{Binding, Kind, Quota, Spec, builtin};
use serde_json::json;
use shop::{overlaid, read_text, read_value, sound, with};

#[test]
fn a_sound_model_is_lowered() {
    let spec = read_value(&sound());
    assert_eq!(spec.service.title, "The Shop");
    assert_eq!(spec.service_id, "example#Shop");
    assert_eq!(spec.operations.iter().map(|operation| operation.name).collect::<Vec<_>>(), ["ListThings", "PutThing"]);
    assert_eq!(spec.operation_id("PutThing"), Some("example#PutThing"));
    let put = spec.operation("PutThing").unwrap();
    assert_eq!((put.method, put.uri, put.status), ("PUT", "/things/{thingId}?mode=put", 201));
    assert_eq!(put.errors[0].shape().structure().error, Some(410));
    let members = put.input.shape().members();
    assert_eq!(
        members.iter().map(|m| m.name).collect::<Vec<_>>(),
        ["thingId", "color", "code", "way", "since", "note"]
    );
    assert_eq!((members[0].binding, members[0].required), (Binding::Label, true));
    assert_eq!((members[1].wire_name, members[1].binding), ("colour", Binding::Body));
    assert_eq!(members[5].binding, Binding::Header("X-Note"));
    let Kind::String(color) = members[1].target.shape().kind else { panic!("no string") };
    assert!(matches!(color.values, Values::Modeled(["red", "BLUE"])));
    let pages = spec.operation("ListThings").unwrap().pagination.unwrap();
    assert_eq!((pages.input_token, pages.items, pages.page_size), ("position", "items", Some("limit")));
    assert!(spec.shapes.is_sorted_by_key(|shape| shape.id));
}

#[test]
fn quotas_are_those_of_an_operation_or_of_the_service() {
    let rates = json!({
        "example#PutThing": { "type": "apply", "traits": { "apigw.quota#rate": { "calls": 5, "seconds": 2 } } },
        "example#Shop": { "type": "apply", "traits": { "apigw.quota#rate": { "calls": 40, "seconds": 4 } } },
    });
    let spec = overlaid(&rates).unwrap();
    let quota = |name: &str| spec.operation(name).unwrap().quota;
    assert_eq!(quota("PutThing"), Some(Quota { calls: 5, seconds: 2 }));
    assert_eq!(quota("ListThings"), None);
    assert_eq!(spec.service.quota, Some(Quota { calls: 40, seconds: 4 }));
}

#[test]
fn a_structure_may_contain_itself() {
    let spec = read_value(&sound());
    let thing = spec.shape("Thing").unwrap();
    let (_, whole) = thing.structure().member("whole").unwrap();
    assert!(std::ptr::eq(whole.target.shape(), thing));
    assert!(format!("{thing:?}").len() < 2000);
}

#[test]
fn bindings_count_at_the_top_level_only() {
    let query = json!({ "target": "smithy.api#String", "traits": { "smithy.api#httpQuery": "position" } });
    let spec = read_value(&with("/shapes/example#Things/members/position", query));
    assert_eq!(spec.shape("Things").unwrap().members()[0].binding, Binding::Body);
}

#[test]
fn timestamps_travel_in_the_format_of_their_place() {
    let format = |spec: &Spec, shape: &str, member: &str| {
        let (_, member) = spec.shape(shape).unwrap().structure().member(member).unwrap();
        match member.target.shape().kind {
            Kind::Timestamp(format) => format,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(format(&read_value(&sound()), "PutThingRequest", "since"), TimestampFormat::DateTime);
    let member = json!({
        "target": "smithy.api#Timestamp",
        "traits": { "smithy.api#httpQuery": "since", "smithy.api#timestampFormat": "epoch-seconds" }
    });
    let spec = read_value(&with("/shapes/example#PutThingRequest/members/since", member));
    assert_eq!(format(&spec, "PutThingRequest", "since"), TimestampFormat::EpochSeconds);
}

#[test]
fn an_operation_may_take_and_give_nothing() {
    let nothing =
        json!({ "type": "operation", "traits": { "smithy.api#http": { "method": "GET", "uri": "/things" } } });
    let spec = read_value(&with("/shapes/example#PutThing", nothing));
    let operation = spec.operation("PutThing").unwrap();
    assert!(operation.output.is_none());
    assert_eq!(operation.input.shape().id, "smithy.api#Unit");
    assert!(operation.input.shape().members().is_empty());
    assert!(spec.shape("smithy.api#Unit").is_none());
}

#[test]
fn overlays_add_documentation_refinements_and_secrets() {
    let spec = overlaid(&json!({
        "example#PutThing": { "type": "apply", "traits": { "smithy.api#documentation": "Puts a thing." } },
        "example#Color$RED": { "type": "apply", "traits": { "smithy.api#documentation": "Like blood." } },
        "example#Way": { "type": "apply", "traits": { "smithy.api#documentation": "How it goes." } },
        "example#PutThingRequest$way": {
            "type": "apply",
            "traits": { "apigw.refine#enum": { "name": "Way", "values": ["BY_LAND", "BY_SEA"] } }
        },
        "example#PutThingRequest$code": { "type": "apply", "traits": { "smithy.api#sensitive": {} } },
        "example#MapOfString$value": { "type": "apply", "traits": { "smithy.api#sensitive": {} } }
    }))
    .unwrap();
    assert_eq!(spec.documentation("example#PutThing"), Some("Puts a thing."));
    assert_eq!(spec.documentation("example#Color$red"), Some("Like blood."));
    assert_eq!(spec.documentation("example#Way"), Some("How it goes."));
    assert_eq!(spec.documentation("example#Thing"), None);
    let input = spec.operation("PutThing").unwrap().input.shape().structure();
    let (_, way) = input.member("way").unwrap();
    assert_eq!(way.target.shape().id, "example#Way");
    let Kind::String(text) = way.target.shape().kind else { panic!("no string") };
    assert!(matches!(text.values, Values::Documented(["BY_LAND", "BY_SEA"])));
    assert!(input.member("code").unwrap().1.secrecy.hides());
    assert!(!way.secrecy.hides());
    assert!(spec.shape("Thing").unwrap().structure().member("labels").unwrap().1.secrecy.hides());
}

#[test]
fn the_builtin_specification_is_sound() {
    let spec = builtin::spec().unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(spec.operations.len(), 124);
    let put = spec.operation("PutIntegration").unwrap();
    assert_eq!(put.input.shape().members().len(), 19);
    assert!(
        spec.operations.iter().all(|operation| operation.errors.iter().all(|e| e.shape().structure().error.is_some()))
    );
    assert_eq!(spec.operations.iter().filter(|operation| operation.pagination.is_some()).count(), 18);
    let (_, behavior) = put.input.shape().structure().member("passthroughBehavior").unwrap();
    let Kind::String(text) = behavior.target.shape().kind else { panic!("no string") };
    assert!(matches!(text.values, Values::Documented(values) if values.len() == 3));
}

#[test]
fn every_operation_is_documented() {
    let spec = builtin::spec().unwrap();
    let silent: Vec<_> = spec.operation_ids.iter().filter(|id| spec.documentation(id).is_none()).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn obstacles_are_no_problem() {
    let text = include_str!("../../../tests/models/obstacle-course.json");
    let spec = read_text(text).unwrap();
    assert!(spec.shape("Result").unwrap().structure().member("größe").is_some());
    let seed = include_str!("../../../tests/models/put-integration-seed.json");
    assert_eq!(read_text(seed).unwrap().operation("PutIntegration").unwrap().input.shape().members().len(), 17);
}
