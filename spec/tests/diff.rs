//! What changed between two generations, and whom it breaks.
#![cfg(feature = "read")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use apigw_spec::Spec;
use apigw_spec::read::{Source, diff, read};
use apigw_spec::select::select;
use serde_json::{Value, json};

fn spec(text: &str) -> Spec {
    read(&[Source { name: "api.json", text }]).unwrap_or_else(|errors| panic!("{errors}"))
}

/// A model to compare, small enough to see what a change means.
fn shop() -> Value {
    include_str!("read/shop.json").parse().unwrap()
}

/// What changes if the value at a pointer is another, in either direction.
fn changes(pointer: &str, value: Value) -> [String; 2] {
    let mut changed = shop();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap();
    match (parent, value) {
        (parent, Value::Null) => drop(parent.as_object_mut().unwrap().shift_remove(key)),
        (Value::Array(items), value) => items.push(value),
        (parent, value) => drop(parent.as_object_mut().unwrap().insert(key.to_owned(), value)),
    }
    let (old, new) = (spec(&shop().to_string()), spec(&changed.to_string()));
    [diff(&old, &new).to_string(), diff(&new, &old).to_string()]
}

fn check(pointer: &str, value: Value, there: &str, back: &str) {
    let [found_there, found_back] = changes(pointer, value);
    assert_eq!(found_there, there, "{pointer}");
    assert_eq!(found_back, back, "{pointer}, back");
}

#[test]
fn the_same_generation_has_no_changes() {
    let shop = spec(&shop().to_string());
    assert_eq!(diff(&shop, &shop).to_string(), "nothing changed");
}

#[test]
fn the_service_grew_by_two_members_and_an_enum_since_the_page() {
    let page = spec(include_str!("../../tests/models/put-integration-seed.json"));
    let today = select(&spec(apigw_spec::builtin::MODEL), &["PutIntegration"]).unwrap();
    let diff = diff(&page, &today);
    assert_eq!(diff.verdict(), "2 optional members and 1 enum added; compatible");
    assert!(!diff.breaks().any());
    let requests: Vec<_> = diff.to_string().lines().take_while(|line| *line != "answers:").map(str::to_owned).collect();
    assert_eq!(
        requests,
        [
            "2 optional members and 1 enum added; compatible",
            "requests:",
            "  added optional member `PutIntegrationRequest.integrationTarget`",
            "  added optional member `PutIntegrationRequest.responseTransferMode`",
            "  added enum `ResponseTransferMode`",
        ]
    );
}

#[test]
fn members() {
    let member = "/shapes/example#PutThingRequest/members/extra";
    check(
        member,
        json!({ "target": "smithy.api#String" }),
        "1 optional member added; compatible\nrequests:\n  added optional member `PutThingRequest.extra`",
        "1 optional member removed; breaks Rust, JSON and shell callers\nrequests:\n  \
         removed optional member `PutThingRequest.extra`; breaks Rust, JSON and shell callers",
    );
    check(
        member,
        json!({ "target": "smithy.api#String", "traits": { "smithy.api#required": {} } }),
        "1 required member added; breaks Rust, JSON and shell callers\nrequests:\n  \
         added required member `PutThingRequest.extra`; breaks Rust, JSON and shell callers",
        "1 required member removed; breaks Rust, JSON and shell callers\nrequests:\n  \
         removed required member `PutThingRequest.extra`; breaks Rust, JSON and shell callers",
    );
    check(
        "/shapes/example#Thing/members/extra",
        json!({ "target": "smithy.api#String", "traits": { "smithy.api#required": {} } }),
        "1 required member added to answers; compatible\nanswers:\n  added required member `Thing.extra`",
        "1 required member removed; breaks Rust, JSON and shell callers\nanswers:\n  \
         removed required member `Thing.extra`; breaks Rust, JSON and shell callers",
    );
    check(
        "/shapes/example#Thing/members/whole/traits",
        json!({ "smithy.api#required": {} }),
        "1 required member changed; breaks Rust callers\nanswers:\n  \
         changed required member `Thing.whole`: is required now; breaks Rust callers",
        "1 optional member changed; breaks Rust, JSON and shell callers\nanswers:\n  \
         changed optional member `Thing.whole`: is optional now; breaks Rust, JSON and shell callers",
    );
    check(
        "/shapes/example#PutThingRequest/members/way/traits",
        json!({ "smithy.api#required": {} }),
        "1 required member changed; breaks Rust, JSON and shell callers\nrequests:\n  \
         changed required member `PutThingRequest.way`: is required now; breaks Rust, JSON and shell callers",
        "1 optional member changed; breaks Rust callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is optional now; breaks Rust callers",
    );
}

#[test]
fn types() {
    check(
        "/shapes/example#PutThingRequest/members/way/target",
        json!("smithy.api#Integer"),
        "1 optional member changed; breaks Rust, JSON and shell callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is an integer, was text; breaks Rust, JSON and shell callers",
        "1 optional member changed; breaks Rust, JSON and shell callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is text, was an integer; breaks Rust, JSON and shell callers",
    );
    check(
        "/shapes/example#PutThingRequest/members/way/target",
        json!("example#Color"),
        "1 optional member changed; breaks Rust callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is the enum `Color`, was text; breaks Rust callers",
        "1 optional member changed; breaks Rust callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is text, was the enum `Color`; breaks Rust callers",
    );
    check(
        "/shapes/example#Code/traits/smithy.api#pattern",
        Value::Null,
        "1 string changed; compatible\nrequests:\n  \
         changed string `Code`: has no pattern, had the pattern `^[1-5]\\d\\d$`",
        "1 string changed; breaks Rust, JSON and shell callers\nrequests:\n  changed string `Code`: \
         has the pattern `^[1-5]\\d\\d$`, had no pattern; breaks Rust, JSON and shell callers",
    );
}

#[test]
fn bindings_and_names() {
    check(
        "/shapes/example#PutThingRequest/members/way/traits",
        json!({ "smithy.api#jsonName": "path" }),
        "1 optional member changed; breaks JSON callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is `path` in JSON, was `way`; breaks JSON callers",
        "1 optional member changed; breaks JSON callers\nrequests:\n  \
         changed optional member `PutThingRequest.way`: is `way` in JSON, was `path`; breaks JSON callers",
    );
    check(
        "/shapes/example#PutThingRequest/members/note/traits",
        json!({ "smithy.api#httpQuery": "note" }),
        "1 optional member changed; compatible\nrequests:\n  changed optional member `PutThingRequest.note`: \
         travels as the query parameter `note`, was as the header `X-Note`",
        "1 optional member changed; compatible\nrequests:\n  changed optional member `PutThingRequest.note`: \
         travels as the header `X-Note`, was as the query parameter `note`",
    );
    check(
        "/shapes/example#PutThing/traits/smithy.api#http",
        json!({ "method": "POST", "uri": "/things/{thingId}", "code": 200 }),
        "1 operation changed; compatible\nrequests:\n  changed operation `PutThing`: travels as \
         `POST /things/{thingId}`, was `PUT /things/{thingId}?mode=put`\nanswers:\n  \
         changed operation `PutThing`: succeeds with 200, was 201",
        "1 operation changed; compatible\nrequests:\n  changed operation `PutThing`: travels as \
         `PUT /things/{thingId}?mode=put`, was `POST /things/{thingId}`\nanswers:\n  \
         changed operation `PutThing`: succeeds with 201, was 200",
    );
}

#[test]
fn values() {
    check(
        "/shapes/example#Color/members/GREEN",
        json!({ "target": "smithy.api#Unit" }),
        "1 enum value added; compatible\nrequests:\n  added enum value `Color.GREEN`",
        "1 enum value removed; breaks Rust, JSON and shell callers\nrequests:\n  \
         removed enum value `Color.GREEN`; breaks Rust, JSON and shell callers",
    );
}

#[test]
fn operations() {
    let mut smaller = shop();
    smaller["shapes"]["example#Shop"]["operations"] = json!([{ "target": "example#ListThings" }]);
    let (small, large) = (spec(&smaller.to_string()), spec(&shop().to_string()));
    assert_eq!(
        diff(&small, &large).to_string(),
        "1 operation added; compatible\nrequests:\n  added operation `PutThing`\nanswers:\n  added error `Gone`"
    );
    assert_eq!(diff(&large, &small).verdict(), "1 operation and 1 error removed; breaks Rust, JSON and shell callers");
    check(
        "/shapes/example#ListThings/traits/smithy.api#paginated",
        Value::Null,
        "1 operation changed; breaks Rust and shell callers\nrequests:\n  \
         changed operation `ListThings`: is not paged any more; breaks Rust and shell callers",
        "1 operation changed; compatible\nrequests:\n  changed operation `ListThings`: is paged now",
    );
    check(
        "/shapes/example#PutThing/output",
        Value::Null,
        "1 operation changed; breaks Rust, JSON and shell callers\nanswers:\n  \
         changed operation `PutThing`: answers with nothing, was `Thing`; breaks Rust, JSON and shell callers",
        "1 operation changed; breaks Rust callers\nanswers:\n  \
         changed operation `PutThing`: answers with `Thing`, was nothing; breaks Rust callers",
    );
}

/// The model with one rule, which depends on a member's position.
fn ruled(severity: &str, reason: &str, demand: &Value) -> Spec {
    let evidence = if severity == "error" { "documented" } else { "inferred" };
    let rule = json!({
        "id": "way-needs-code", "when": { "present": "way" }, "demand": demand, "severity": severity,
        "reason": reason, "evidence": evidence, "source": "the shop's manual"
    });
    let mut model = shop();
    model["shapes"]["example#PutThingRequest"]["traits"] = json!({ "apigw.rules#rules": [rule] });
    spec(&model.to_string())
}

#[test]
fn rules() {
    let plain = spec(&shop().to_string());
    let code = json!({ "require": "code" });
    let error = ruled("error", "ways go by code", &code);
    assert_eq!(
        diff(&plain, &error).to_string(),
        "1 rule added; breaks Rust, JSON and shell callers\nrequests:\n  \
         added rule `way-needs-code`; breaks Rust, JSON and shell callers"
    );
    assert_eq!(diff(&error, &plain).verdict(), "1 rule removed; compatible");
    assert_eq!(diff(&plain, &ruled("warning", "ways go by code", &code)).verdict(), "1 rule added; compatible");
    assert_eq!(diff(&error, &ruled("error", "it is the way", &code)).verdict(), "nothing changed");
    assert_eq!(
        diff(&error, &ruled("error", "ways go by code", &json!({ "require": "color" }))).to_string(),
        "1 rule changed; breaks Rust, JSON and shell callers\nrequests:\n  changed rule `way-needs-code`: \
         is checked differently on `PutThingRequest`; breaks Rust, JSON and shell callers"
    );
    assert_eq!(diff(&error, &ruled("warning", "ways go by code", &code)).verdict(), "1 rule changed; compatible");
}

#[test]
fn quotas_are_compared_where_both_have_some() {
    let with = |rates: [u32; 2]| {
        let mut model = shop();
        let shapes = model["shapes"].as_object_mut().unwrap();
        let operations = shapes.values_mut().filter(|shape| shape["type"] == "operation");
        for (shape, calls) in operations.zip(rates).filter(|(_, calls)| *calls > 0) {
            shape["traits"]["apigw.quota#rate"] = json!({"calls": calls, "seconds": 2});
        }
        spec(&model.to_string())
    };
    let told = "2 operations changed; compatible\nrequests:\n  \
        changed operation `ListThings`: has no quota of its own, had 1 call in 2 s\n  \
        changed operation `PutThing`: has 1 call in 2 s, had 5 calls in 2 s";
    assert_eq!(diff(&with([5, 1]), &with([1, 0])).to_string().trim_end(), told);
    assert_eq!(diff(&with([5, 1]), &with([0, 0])).to_string(), "nothing changed");
    assert_eq!(diff(&with([5, 1]), &with([5, 1])).to_string(), "nothing changed");
}
