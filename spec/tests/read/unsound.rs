//! Unsound files, shapes, traits and overlays, and what is said about them.

use apigw_spec::read::{Source, read};
use serde_json::{Value, json};

use crate::shop::{Case, check_cases, overlaid, read_text, with};

#[test]
fn unsound_files_are_explained() {
    let json = read_text("{ \"smithy\": ").map(|_| ()).unwrap_err();
    assert_eq!(json, "cannot read `api.json`: the file is not JSON: EOF while parsing a value at line 1 column 12");
    let array = read_text("[]").map(|_| ()).unwrap_err();
    assert_eq!(array, "cannot read `api.json`: the file has an array where an object must be");
    let empty = read_text("{\"smithy\":\"2.0\"}").map(|_| ()).unwrap_err();
    assert_eq!(empty, "cannot read `api.json`: the files define no service");
    check_cases(vec![
        Case(
            "/smithy",
            json!("3.0"),
            "the file is written in Smithy `3.0`; versions 1 and 2 can be read (at `/smithy`)",
        ),
        Case("/shape", json!({}), "the file has the unknown key `shape` (at `/shape`)"),
    ]);
}

#[test]
fn unsound_shapes_are_explained() {
    check_cases(vec![
        Case(
            "/shapes/example#Code",
            json!({ "type": "strin" }),
            "shape `example#Code` is of the unsupported type `strin` (at `/shapes/example#Code/type`)",
        ),
        Case(
            "/shapes/example#Code",
            json!({ "type": "resource" }),
            "shape `example#Code` is of the unsupported type `resource` (at `/shapes/example#Code/type`)",
        ),
        Case("/shapes/example#Code", json!({}), "shape `example#Code` lacks `type` (at `/shapes/example#Code`)"),
        Case(
            "/shapes/example#Thing/mixins",
            json!([{ "target": "example#Gone" }]),
            "shape `example#Thing` uses `mixins`, which is not supported (at `/shapes/example#Thing/mixins`)",
        ),
        Case(
            "/shapes/example#Shop/rename",
            json!({ "example#Thing": "Item" }),
            "shape `example#Shop` uses `rename`, which is not supported (at `/shapes/example#Shop/rename`)",
        ),
        Case(
            "/shapes/example",
            json!({ "type": "string" }),
            "shape `example` has an identifier that is not of the form `namespace#Name` (at `/shapes/example`)",
        ),
        Case(
            "/shapes/example#MapOfString/value",
            json!({}),
            "member `example#MapOfString$value` lacks `target` (at `/shapes/example#MapOfString/value`)",
        ),
        Case(
            "/shapes/example#MapOfString/key/target",
            json!("smithy.api#Integer"),
            "member `example#MapOfString$key` targets `smithy.api#Integer`, but the keys of a map are strings \
             (at `/shapes/example#MapOfString/key/target`)",
        ),
        Case(
            "/shapes/example#ListOfThing/member/target",
            json!("example#ListOfThing"),
            "shape `example#ListOfThing` contains itself without a structure between (at `/shapes/example#ListOfThing`)",
        ),
        Case(
            "/shapes/example#Thing/members/color/target",
            json!("example#Colour"),
            "member `example#Thing$color` targets unknown shape `example#Colour`; did you mean `example#Color`? \
             (at `/shapes/example#Thing/members/color/target`)",
        ),
        Case(
            "/shapes/example#Thing/members/color/target",
            json!(7),
            "member `example#Thing$color` has a number where a string must be \
             (at `/shapes/example#Thing/members/color/target`)",
        ),
        Case(
            "/shapes/example#Thing/members/color/target",
            json!("example#PutThing"),
            "member `example#Thing$color` targets `example#PutThing`, which is not a value \
             (at `/shapes/example#Thing/members/color/target`)",
        ),
        Case(
            "/shapes/other#Store",
            json!({ "type": "service", "version": "1" }),
            "shape `other#Store` is a second service beside `example#Shop`; read one service at a time \
             (at `/shapes/other#Store`)",
        ),
        Case(
            "/shapes/other#Thing",
            json!({ "type": "structure" }),
            "shape `other#Thing` has the same name as `example#Thing`; names must differ (at `/shapes/other#Thing`)",
        ),
    ]);
}

#[test]
fn unsound_traits_are_explained() {
    check_cases(vec![
        Case(
            "/shapes/example#Code/traits/smithy.api#requird",
            json!({}),
            "shape `example#Code` carries the unsupported trait `smithy.api#requird`; did you mean \
             `smithy.api#required`? (at `/shapes/example#Code/traits/smithy.api#requird`)",
        ),
        Case(
            "/shapes/example#Code/traits/smithy.api#httpLabel",
            json!({}),
            "shape `example#Code` carries `smithy.api#httpLabel`, which means nothing here \
             (at `/shapes/example#Code/traits/smithy.api#httpLabel`)",
        ),
        Case(
            "/shapes/example#Code/traits/smithy.api#pattern",
            json!("^(\\d+$"),
            "shape `example#Code` has the pattern `^(\\d+$`, which has a group that is not closed \
             (at `/shapes/example#Code/traits/smithy.api#pattern`)",
        ),
        Case(
            "/shapes/example#Code/traits/smithy.api#pattern",
            json!("a[b"),
            "shape `example#Code` has the pattern `a[b`, which has a class that is not closed at character 2 \
             (at `/shapes/example#Code/traits/smithy.api#pattern`)",
        ),
        Case(
            "/shapes/example#Code/traits/smithy.api#documentation",
            json!(["text"]),
            "shape `example#Code` has an array where a string must be \
             (at `/shapes/example#Code/traits/smithy.api#documentation`)",
        ),
        Case(
            "/shapes/example#Color/members/BLUE/traits",
            json!({ "smithy.api#enumValue": "red" }),
            "member `example#Color$BLUE` repeats the value `red` \
             (at `/shapes/example#Color/members/BLUE/traits/smithy.api#enumValue`)",
        ),
        Case(
            "/shapes/example#Color/members",
            json!({}),
            "shape `example#Color` is an enumeration without values (at `/shapes/example#Color`)",
        ),
        Case(
            "/shapes/example#Gone/traits/smithy.api#error",
            json!("both"),
            "shape `example#Gone` is an error of `both`; use `client` or `server` \
             (at `/shapes/example#Gone/traits/smithy.api#error`)",
        ),
        Case(
            "/shapes/example#Gone/traits/smithy.api#httpError",
            json!(1000),
            "shape `example#Gone` has the impossible HTTP status 1000 \
             (at `/shapes/example#Gone/traits/smithy.api#httpError`)",
        ),
        Case(
            "/shapes/example#Shop/traits/aws.protocols#awsJson1_1",
            json!({}),
            "shape `example#Shop` carries the unsupported trait `aws.protocols#awsJson1_1`; did you mean \
             `aws.protocols#restJson1`? (at `/shapes/example#Shop/traits/aws.protocols#awsJson1_1`)",
        ),
        Case(
            "/shapes/example#Shop/traits/aws.auth#sigv4",
            json!({}),
            "shape `example#Shop` lacks `name` (at `/shapes/example#Shop/traits/aws.auth#sigv4`)",
        ),
        Case(
            "/shapes/example#PutThingRequest/members/since/traits/smithy.api#timestampFormat",
            json!("iso8601"),
            "member `example#PutThingRequest$since` has the unknown timestamp format `iso8601`; use `epoch-seconds`, \
             `date-time` or `http-date` \
             (at `/shapes/example#PutThingRequest/members/since/traits/smithy.api#timestampFormat`)",
        ),
    ]);
}

#[test]
fn unsound_overlays_are_explained() {
    let refine = |name: &str, values: Value| json!({ "type": "apply", "traits": { "apigw.refine#enum": { "name": name, "values": values } } });
    let cases = [
        (
            json!({ "example#Thin": { "type": "apply", "traits": {} } }),
            "the file applies traits to the unknown shape `example#Thin`; did you mean `example#Thing`? \
             (at `/shapes/example#Thin`)",
        ),
        (
            json!({ "example#Thing$colour": { "type": "apply", "traits": {} } }),
            "shape `example#Thing` has no member `colour`; did you mean `color`? (at `/shapes/example#Thing$colour`)",
        ),
        (
            json!({ "example#Thing": { "type": "structure" } }),
            "shape `example#Thing` is defined twice; add traits to a shape with `apply` (at `/shapes/example#Thing`)",
        ),
        (
            json!({ "example#PutThingRequest$color": { "type": "apply", "traits": { "smithy.api#jsonName": "tint" } } }),
            "shape `example#PutThingRequest$color` is given `smithy.api#jsonName` twice with different values",
        ),
        (
            json!({ "example#PutThingRequest$color": refine("Tint", json!(["A"])) }),
            "member `example#PutThingRequest$color` is refined into an enumeration, but `example#Color` is not a \
             plain string",
        ),
        (
            json!({ "example#PutThingRequest$way": refine("Color", json!(["A"])) }),
            "member `example#PutThingRequest$way` refines into `example#Color`, which the model defines itself",
        ),
        (
            json!({ "example#PutThingRequest$way": refine("Way", json!([])) }),
            "member `example#PutThingRequest$way` refines into an enumeration without `values`",
        ),
        (
            json!({
                "example#PutThingRequest$note": refine("Way", json!(["A"])),
                "example#PutThingRequest$way": refine("Way", json!(["B"]))
            }),
            "refines into `example#Way` with other values than",
        ),
    ];
    for (statements, expected) in cases {
        let found = overlaid(&statements).map(|_| ()).unwrap_err();
        assert!(
            found.contains(&expected.replace("shape `example#PutThingRequest$", "member `example#PutThingRequest$")),
            "{found}"
        );
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

#[test]
fn every_problem_is_reported_with_its_place() {
    let mut model = with("/shapes/example#Thing/members/color/target", json!("example#Nothing"));
    model["shapes"]["example#Code"]["traits"]["smithy.api#pattern"] = json!("(");
    model["shapes"]["example#Color"]["traits"] = json!({ "example#wrong": {} });
    let text = model.to_string();
    let errors = read(&[Source { name: "api.json", text: &text }]).map(|_| ()).unwrap_err();
    let places: Vec<&str> = errors.0.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(
        places,
        [
            "/shapes/example#Color/traits/example#wrong",
            "/shapes/example#Thing/members/color/target",
            "/shapes/example#Code/traits/smithy.api#pattern",
        ]
    );
    for error in &errors.0 {
        assert!(model.pointer(&error.pointer).is_some(), "{error}");
    }
}
