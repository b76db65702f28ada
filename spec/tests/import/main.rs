//! Importing the two published forms of a model.
//!
//! The fixtures describe one made-up service in both forms and have every difference that `DIFFERENCES` lists.
#![cfg(feature = "read")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod every_shape;
mod waiters;

use apigw_spec::builtin;
use apigw_spec::read::import::{DIFFERENCES, botocore, smithy};
use apigw_spec::read::{Source, read};
use proptest::prelude::*;
use serde_json::{Value, json};

const SERVICE: &str = include_str!("service-2.json");
const PAGINATORS: &str = include_str!("paginators-1.json");
const MODEL: &str = include_str!("model.json");

/// The lines that only one of two strings has, as a comparison by longest common subsequence shows them.
fn differing_lines<'t>(left: &'t str, right: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    let mut common = vec![vec![0_usize; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i][j] =
                if left[i] == right[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut only_left, mut only_right) = (0, 0, Vec::new(), Vec::new());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == right.len() || (i < left.len() && common[i + 1][j] >= common[i][j + 1]) {
            only_left.push(left[i].trim());
            i += 1;
        } else {
            only_right.push(right[j].trim());
            j += 1;
        }
    }
    (only_left, only_right)
}

#[test]
fn both_forms_import_to_the_same_text_but_for_what_one_cannot_know() {
    let from_smithy = smithy(MODEL).unwrap();
    let from_botocore = botocore(SERVICE, Some(PAGINATORS), None).unwrap();
    let (mut only_smithy, mut only_botocore) = differing_lines(&from_smithy, &from_botocore);
    // Brackets are where the comparison puts them.
    only_smithy.retain(|line| line.contains('"'));
    only_botocore.retain(|line| line.contains('"'));
    // The form of botocore says nothing of repeated calls here.
    assert_eq!(
        only_smithy,
        [r#""smithy.api#pattern": "^[1-5]\\d\\d$""#, "\"smithy.api#readonly\": {}", "\"smithy.api#idempotent\": {}"]
    );
    assert_eq!(
        only_botocore,
        [
            r#""smithy.api#pattern": "[1-5]\\d\\d""#,
            "\"smithy.api#paginated\": {",
            "\"inputToken\": \"position\",",
            "\"items\": \"items\",",
            "\"outputToken\": \"position\",",
            "\"pageSize\": \"limit\"",
            "\"position\": {",
            "\"target\": \"com.amazonaws.myshop#String\"",
        ]
    );
    assert_eq!(DIFFERENCES.iter().filter(|difference| difference.remains).count(), 4);
}

#[test]
fn imports_are_stable_and_readable() {
    for text in [smithy(MODEL).unwrap(), botocore(SERVICE, Some(PAGINATORS), None).unwrap()] {
        assert_eq!(smithy(&text).unwrap(), text);
        let spec = read(&[Source { name: "api.json", text: &text }]).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(spec.service_id, "com.amazonaws.myshop#MyShop");
        assert_eq!(spec.operation("PutThing").unwrap().uri, "/things/{thingId}/{path+}?mode=put");
        assert_eq!(spec.deprecation("com.amazonaws.myshop#PutThing"), Some("use something else"));
        assert!(text.ends_with("}\n") && !text.contains("documentation") && !text.contains("<p>"));
    }
}

#[test]
fn enumerations_are_named_after_their_values() {
    let text: Value = botocore(SERVICE, None, None).unwrap().parse().unwrap();
    let members = text["shapes"]["com.amazonaws.myshop#Size"]["members"].as_object().unwrap();
    assert_eq!(members.keys().collect::<Vec<_>>(), ["_0_5", "_1_6", "a_b", "large"]);
}

#[test]
fn the_committed_model_is_in_normal_form() {
    assert_eq!(smithy(builtin::MODEL).unwrap(), builtin::MODEL);
}

/// The botocore fixture with the value at a pointer replaced or added.
fn with(pointer: &str, value: Value) -> String {
    let mut service: Value = SERVICE.parse().unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    service.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), value);
    service.to_string()
}

#[test]
fn what_botocore_can_say_and_we_cannot_is_an_error_by_name() {
    let cases = [
        (
            "/metadata/protocol",
            json!("json"),
            "the file has the protocol `json`; only `rest-json` is supported (at `/metadata/protocol`)",
        ),
        (
            "/metadata/signatureVersion",
            json!("v2"),
            "the file has the signatureVersion `v2`; only `v4` and `bearer` are supported \
             (at `/metadata/signatureVersion`)",
        ),
        (
            "/metadata/auth",
            json!(["aws.auth#sigv4a"]),
            "the file has the authentication scheme `aws.auth#sigv4a`, which is not supported (at `/metadata/auth/0`)",
        ),
        (
            "/shapes/Blob/type",
            json!("bigdecimal"),
            "shape `com.amazonaws.myshop#Blob` is of the unsupported type `bigdecimal` (at `/shapes/Blob/type`)",
        ),
        (
            "/shapes/Thing/members/count/xmlAttribute",
            json!(true),
            "member `com.amazonaws.myshop#Thing$count` uses `xmlAttribute`, which is not supported \
             (at `/shapes/Thing/members/count/xmlAttribute`)",
        ),
        (
            "/shapes/Thing/members/count/location",
            json!("cookie"),
            "member `com.amazonaws.myshop#Thing$count` has the unknown location `cookie` \
             (at `/shapes/Thing/members/count/location`)",
        ),
        (
            "/shapes/Thing/required",
            json!(["cuont"]),
            "shape `com.amazonaws.myshop#Thing` has no member `cuont`, which it requires or has as its payload \
             (at `/shapes/Thing`)",
        ),
        (
            "/operations/PutThing/endpoint",
            json!({ "host": "data." }),
            "shape `com.amazonaws.myshop#PutThing` uses `host`, which is not supported \
             (at `/operations/PutThing/endpoint/host`)\n\
             cannot read `service-2.json`: shape `com.amazonaws.myshop#PutThing` lacks `hostPrefix` \
             (at `/operations/PutThing/endpoint`)",
        ),
        (
            "/operations/PutThing/authtype",
            json!("v5"),
            "shape `com.amazonaws.myshop#PutThing` has the unknown authentication type `v5` \
             (at `/operations/PutThing/authtype`)",
        ),
        (
            "/operations/PutThing/http",
            json!({ "method": "PUT" }),
            "shape `com.amazonaws.myshop#PutThing` lacks `requestUri` (at `/operations/PutThing/http`)",
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = botocore(&with(pointer, value), None, None).unwrap_err().to_string();
        assert_eq!(found, format!("cannot read `service-2.json`: {expected}"));
    }
    let paginators = json!({ "pagination": { "Lst": {}, "ListThings": { "input_token": ["a", "b"] } } }).to_string();
    let found = botocore(SERVICE, Some(&paginators), None).unwrap_err().to_string();
    assert_eq!(
        found,
        "cannot read `paginators-1.json`: shape `com.amazonaws.myshop#ListThings` has an array where a string must be \
         (at `/pagination/ListThings/input_token`)\n\
         cannot read `paginators-1.json`: the file pages the unknown operation `Lst` (at `/pagination/Lst`)"
    );
}

#[test]
fn text_that_is_no_model_is_an_error() {
    assert!(botocore("", None, None).is_err());
    assert!(botocore("[1]", Some("{}"), None).is_err());
    assert!(botocore(SERVICE, Some("{"), None).is_err());
    assert!(smithy("nonsense").is_err());
    let onion = r#"{"smithy":"2.0","shapes":{"a#B":{"type":"onion","members":{}}}}"#;
    assert_eq!(
        smithy(onion).unwrap_err().to_string(),
        "cannot read `model.json`: shape `a#B` is of the unsupported type `onion` (at `/shapes/a#B/type`)"
    );
}

/// Every place of a JSON value, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut part = |key: &str, part| places(part, &format!("{at}/{key}"), found);
    match value {
        Value::Object(parts) => parts.iter().for_each(|(key, value)| part(key, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| part(&index.to_string(), value)),
        _ => {}
    }
    found.push(at.to_owned());
}

proptest! {
    #[test]
    fn no_changed_file_makes_importing_panic(at in any::<proptest::sample::Index>(), kind in 0_usize..6, text in ".{0,8}") {
        let value = [json!(null), json!(-1), json!(text), json!([text]), json!({ "shape": text }), json!(true)];
        let mut service: Value = SERVICE.parse().unwrap();
        let mut found = Vec::new();
        places(&service, "", &mut found);
        *service.pointer_mut(at.get(&found).as_str()).unwrap() = value[kind].clone();
        let _ = botocore(&service.to_string(), Some(PAGINATORS), None).map(|text| {
            let _ = read(&[Source { name: "api.json", text: &text }]);
        });
    }
}
