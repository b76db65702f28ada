//! Generated code in hostile places: the runtime renamed, no prelude, and a model whose names are obstacles.
//!
//! That `apigw-tests-renamed` compiles is half of the test. The other half is here: what it holds works.

use std::collections::{BTreeMap, BTreeSet};

use apigw_tests::round_trip;
use apigw_tests_renamed::{judged, obstacles, selected};

/// The same obstacles in a crate with a prelude and with the runtime under its own name.
#[expect(unreachable_pub, reason = "what is generated is public")]
pub mod ordinary {
    apigw_model::model!(path = "models/obstacle-course.json");
}

#[test]
fn a_renamed_runtime_serves_the_selected_operations() {
    let put = selected::PutIntegration::builder()
        .rest_api_id("a")
        .resource_id("b")
        .http_method("GET")
        .r#type(selected::IntegrationType::Mock)
        .build();
    assert_eq!(
        round_trip(&put),
        serde_json::json!({
            "restApiId": "a", "resourceId": "b", "httpMethod": "GET", "type": "MOCK",
        })
    );
    let names: Vec<&str> = selected::OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(names, ["GetExport", "PutIntegration"]);
}

#[test]
fn macros_of_a_renamed_runtime_work_without_a_prelude() {
    let put = judged::put();
    assert_eq!(put.uri.as_deref(), Some("https://domain.tld/path"));
    assert_eq!(put.request_parameters.map(|parameters| parameters.len()), Some(1));
}

#[test]
fn every_member_name_becomes_a_setter_and_a_field() {
    let input = obstacles::Builder::builder().builder("a").build_2("b").send_2("c").set("d").unset("e").build();
    assert_eq!(
        round_trip(&input),
        serde_json::json!({
            "builder": "a", "build": "b", "send": "c", "Set": "d", "Unset": "e",
        })
    );
    let keywords = obstacles::Type::builder().self_("me").r#type("type").r#gen("g").r#try("t").r#fn("f").build();
    assert_eq!(keywords.r#type, obstacles::Enum::Type);
    assert_eq!(
        round_trip(&keywords),
        serde_json::json!({
            "self": "me", "type": "type", "fn": "f", "gen": "g", "try": "t",
        })
    );
}

#[test]
fn names_that_only_differ_in_case_or_separators_stay_apart() {
    let input = obstacles::Self_::builder().foo_bar("a").foo_bar_2("b").foo_bar_3(3).foo_bar_4(true).foo_bar_5("e");
    let input = input.member("f").member_2("g").foo("h").build();
    assert_eq!(
        round_trip(&input),
        serde_json::json!({
            "fooBar": "a", "foo_bar": "b", "FooBar": 3, "foo-bar": true, "foo.bar": "e", "_": "f", "__": "g", "_foo": "h",
        })
    );
}

#[test]
fn names_outside_ascii_and_digits_first_are_kept() {
    let result = obstacles::Result::builder().größe("a").straße(2).名前("b").build();
    assert_eq!(round_trip(&result), serde_json::json!({"größe": "a", "straße": 2, "名前": "b"}));
    let print = obstacles::_3dPrint::builder()._3d("x")._2nd_enum(obstacles::_2ndEnum::ALL[0].clone())._1(1).build();
    round_trip(&print);
}

#[test]
fn structures_hold_themselves() {
    let leaf = obstacles::Self_2::builder().build();
    let inner = obstacles::Self_2::builder().super_([leaf.clone(), leaf.clone()]).build();
    let outer = obstacles::Self_2::builder().self_(inner).crate_([("key", leaf)]).build();
    let expected = serde_json::json!({"self": {"super": [{}, {}]}, "crate": {"key": {}}});
    assert_eq!(round_trip(&outer), expected);
    let boxed = obstacles::FooBarBaz::builder().r#box(obstacles::FooBarBaz::default()).build();
    assert_eq!(round_trip(&boxed), serde_json::json!({"Box": {}}));
}

#[test]
fn types_named_like_the_prelude_are_types_of_the_model() {
    let text = obstacles::String::builder().string("s").len(1).to_value("v").clone("c").default("d").eq(true).build();
    assert_eq!(text.clone().clone.as_deref(), Some("c"));
    let some = obstacles::Some::builder().some("x").build();
    let option = obstacles::FooBarBaz_2::builder().some(some).none(obstacles::None::builder().build()).build();
    let result = obstacles::Result::builder().ok(option).err(obstacles::FooBarBaz::default()).build();
    let expected = serde_json::json!({"Ok": {"Some": {"Some": "x"}, "None": {}}, "Err": {}});
    assert_eq!(round_trip(&result), expected);
}

#[test]
fn empty_structures_are_told_from_absent_ones() {
    assert_eq!(round_trip(&obstacles::EmptyInput::builder().build()), serde_json::json!({}));
    assert_eq!(round_trip(&obstacles::NoInputNoOutput::default()), serde_json::json!({}));
    let absent = obstacles::FooBarBaz_2::default();
    let empty = obstacles::FooBarBaz_2::builder().none(obstacles::None::default()).build();
    assert_ne!(absent, empty);
    assert_eq!(round_trip(&empty), serde_json::json!({"None": {}}));
}

#[test]
fn values_of_enumerations_stay_apart() {
    let all = obstacles::Enum::ALL;
    let texts: BTreeSet<&str> = all.iter().map(obstacles::Enum::as_str).collect();
    let variants: BTreeSet<String> = all.iter().map(|value| format!("{value:?}")).collect();
    assert_eq!((texts.len(), variants.len()), (all.len(), all.len()));
    for value in all {
        assert_eq!(&obstacles::Enum::from(value.as_str()), value);
        assert_eq!(round_trip(value), serde_json::json!(value.as_str()));
    }
    assert!(texts.contains("*") && texts.contains("0.5") && texts.contains("größe") && texts.contains("{}"));
    let unknown = obstacles::Enum::from("nobody");
    assert!(matches!(&unknown, obstacles::Enum::Unknown(text) if text.as_str() == "nobody"));
}

#[test]
fn the_same_model_is_the_same_with_a_prelude() {
    let mut map = BTreeMap::new();
    map.insert("k".to_owned(), vec![ordinary::FooBar_2::default()]);
    let ordinary = ordinary::FooBar_2::builder().values(map).build();
    let json = round_trip(&ordinary);
    let hostile: obstacles::FooBar_2 = serde_json::from_value(json.clone()).expect("the same structure");
    assert_eq!(round_trip(&hostile), json);
    let names = |operations: &[&apigw_spec::Operation]| operations.iter().map(|o| o.name).collect::<Vec<_>>();
    assert_eq!(names(ordinary::OPERATIONS), names(obstacles::OPERATIONS));
}
