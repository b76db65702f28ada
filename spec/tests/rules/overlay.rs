//! What the reader holds overlays to: every mistake of a rule is an error that names its place.

use apigw_spec::read::{Source, read};
use serde_json::{Value as Json, json};

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {
  "x#Service": {"type": "service", "version": "1", "operations": [{"target": "x#Put"}], "traits": {
    "aws.protocols#restJson1": {}, "aws.api#service": {"sdkId": "X", "endpointPrefix": "x"},
    "aws.auth#sigv4": {"name": "x"}, "smithy.api#title": "X"}},
  "x#Put": {"type": "operation", "input": {"target": "x#PutRequest"}, "traits": {
    "smithy.api#http": {"method": "PUT", "uri": "/put", "code": 200}}},
  "x#PutRequest": {"type": "structure", "members": {
    "kind": {"target": "x#Kind", "traits": {"smithy.api#required": {}}},
    "uri": {"target": "smithy.api#String"},
    "size": {"target": "smithy.api#Integer"},
    "tags": {"target": "x#Tags"},
    "patches": {"target": "x#Patches"}}},
  "x#Kind": {"type": "enum", "members": {
    "HTTP": {"target": "smithy.api#Unit"}, "MOCK": {"target": "smithy.api#Unit"}}},
  "x#Tags": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
  "x#Patches": {"type": "list", "member": {"target": "x#Patch"}},
  "x#Patch": {"type": "structure", "members": {
    "op": {"target": "smithy.api#String"}, "path": {"target": "smithy.api#String"},
    "value": {"target": "smithy.api#String"}, "from": {"target": "smithy.api#String"}}}
}}"#;

/// The problems of an overlay that adds one trait to the input, without what is the same in all of them.
fn problems(name: &str, value: &Json) -> Vec<String> {
    let overlay =
        json!({ "smithy": "2.0", "shapes": { "x#PutRequest": { "type": "apply", "traits": { name: value } } } });
    let overlay = overlay.to_string();
    let sources = [Source { name: "model", text: MODEL }, Source { name: "rules", text: &overlay }];
    match read(&sources) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.0.iter().map(|error| format!("{} at {}", error.reason, error.pointer)).collect(),
    }
}

/// A sound rule with some of its keys changed; `null` takes a key out.
fn rule(changes: &Json) -> Json {
    let mut rule = json!({
        "id": "uri-required", "when": { "in": { "kind": ["HTTP"] } }, "demand": { "require": "uri" },
        "severity": "error", "evidence": "observed", "source": "x", "reason": "because",
    });
    for (key, value) in changes.as_object().expect("changes") {
        rule[key] = value.clone();
    }
    rule.as_object_mut().expect("a rule").retain(|_, value| !value.is_null());
    rule
}

#[track_caller]
fn refused(changes: &Json, expected: &str) {
    let found = problems("apigw.rules#rules", &json!([rule(changes)]));
    let place = "/shapes/x#PutRequest/traits/apigw.rules#rules/0";
    let found: Vec<String> = found.iter().map(|text| text.replace(place, "")).collect();
    assert_eq!(found, [expected]);
}

#[test]
fn a_sound_rule_is_read() {
    assert_eq!(problems("apigw.rules#rules", &json!([rule(&json!({}))])), [""; 0]);
}

#[test]
fn members_exist() {
    refused(
        &json!({ "demand": { "require": "urri" } }),
        "has a rule with the path `urri`, but `x#PutRequest` has no member `urri`; did you mean `uri`? at /demand/require",
    );
    refused(
        &json!({ "when": { "present": "size.x" } }),
        "has a rule with the path `size.x`, but `smithy.api#Integer` is not a structure, so it has no member `x` at \
         /when/present",
    );
    refused(
        &json!({ "when": { "present": "uri[keys]" } }),
        "has a rule with the path `uri[keys]`, but `[keys]` means nothing for `smithy.api#String` at /when/present",
    );
    refused(
        &json!({ "when": { "present": "$other.x" } }),
        "has a rule with the path `$other.x`, but there is no context `other` at /when/present",
    );
}

#[test]
fn conditions_can_hold() {
    refused(
        &json!({ "when": { "in": { "kind": ["HTTPS"] } } }),
        "has a rule with the value `HTTPS`, which the member cannot have; did you mean `HTTP`? at /when/in/kind/0",
    );
    let contradiction = "has a rule whose condition contradicts itself at /when";
    refused(
        &json!({ "when": { "all": [{ "in": { "kind": ["HTTP"] } }, { "in": { "kind": ["MOCK"] } }] } }),
        contradiction,
    );
    refused(&json!({ "when": { "present": "size", "absent": "size" } }), contradiction);
    refused(&json!({ "when": {} }), "has a rule with an empty condition; leave `when` out at /when");
    refused(&json!({ "when": { "in": { "kind": [] } } }), "has a rule with an empty list of values at /when/in/kind");
    refused(
        &json!({ "when": { "presnt": "uri" } }),
        "has a rule with the unknown condition `presnt`; did you mean `present`? at /when/presnt",
    );
    refused(
        &json!({ "when": { "present": "uri" } }),
        "has a rule whose demand always holds when its condition does at /demand",
    );
}

#[test]
fn demands_fit_what_they_are_made_of() {
    refused(
        &json!({ "demand": { "format": { "uri": "htpUrl" } } }),
        "has a rule with the unknown format `htpUrl`; did you mean `httpUrl`? at /demand/format/uri",
    );
    refused(
        &json!({ "demand": { "format": { "tags": "httpUrl" } } }),
        "has a rule with the format `httpUrl` for a value that is not a string at /demand/format/tags",
    );
    refused(
        &json!({ "demand": { "range": { "uri": [1, 2] } } }),
        "has a rule that demands a range of what has none at /demand/range",
    );
    refused(
        &json!({ "demand": { "length": { "uri": [2, 1] } } }),
        "has a rule whose min is greater than its max at /demand/length/uri",
    );
    refused(
        &json!({ "demand": { "count": { "tags": [null, null] } } }),
        "has a rule whose bounds are not `[min, max]` at /demand/count/tags",
    );
    refused(
        &json!({ "demand": { "requires": "uri" } }),
        "has a rule with the unknown demand `requires`; did you mean `require`? at /demand/requires",
    );
    refused(
        &json!({ "demand": { "require": "uri", "forbid": "size" } }),
        "has a rule that does not make exactly one demand at /demand",
    );
    refused(&json!({ "demand": null }), "has a rule that lacks `demand` at ");
    refused(&json!({ "demand": { "among": { "path": "uri" } } }), "has a rule that lacks `of` at /demand/among");
}

#[test]
fn rules_have_evidence_and_a_reason() {
    refused(
        &json!({ "evidence": "inferred" }),
        "makes an error of what is only `inferred`; errors need `observed` or `documented` at /severity",
    );
    refused(&json!({ "evidence": "observd" }), "has unknown evidence `observd`; did you mean `observed`? at /evidence");
    refused(&json!({ "severity": "fatal" }), "has the unknown severity `fatal`; use `error` or `warning` at /severity");
    refused(&json!({ "reason": null }), "lacks `reason` at ");
    refused(&json!({ "source": null }), "lacks `source` at ");
    refused(&json!({ "resaon": "x" }), "has a rule with the unknown key `resaon`; did you mean `reason`? at /resaon");
}

#[test]
fn ids_are_words_and_differ() {
    let impossible =
        |id: &str| format!("has a rule with the impossible id `{id}`; use words in lower case joined by `-` at /id");
    for id in ["Uri", "uri--required", "enum", "patch-op"] {
        refused(&json!({ "id": id }), &impossible(id));
    }
    let twice = json!([rule(&json!({})), rule(&json!({}))]);
    let place = "/shapes/x#PutRequest/traits/apigw.rules#rules/1/id";
    assert_eq!(
        problems("apigw.rules#rules", &twice),
        [format!("has a second rule with the id `uri-required` at {place}")]
    );
}

#[test]
fn contexts_have_shapes() {
    let place = "/shapes/x#PutRequest/traits/apigw.rules#context/other";
    assert_eq!(
        problems("apigw.rules#context", &json!({ "other": "x#Patchs" })),
        [format!("has the context `other` of the unknown shape `x#Patchs`; did you mean `x#Patch`? at {place}")]
    );
}

fn table(row: &Json) -> Json {
    let sure = json!({ "severity": "error", "evidence": "documented", "source": "x" });
    json!({ "operations": "patches", "refusal": sure, "otherwise": sure, "rows": [row] })
}

#[test]
fn patch_tables_are_sound() {
    let refused = |row: &Json, expected: &str| {
        let place = "/shapes/x#PutRequest/traits/apigw.rules#patch/rows/0";
        let found = problems("apigw.rules#patch", &table(row));
        assert_eq!(found.iter().map(|text| text.replace(place, "")).collect::<Vec<_>>(), [expected]);
    };
    assert_eq!(problems("apigw.rules#patch", &table(&json!({ "path": "/a/{b}", "ops": ["add"] }))), [""; 0]);
    refused(
        &json!({ "path": "a", "ops": [] }),
        "has a row for the impossible path `a`; begin with `/` and write `{name}` whole at /path",
    );
    refused(&json!({ "path": "/a", "ops": ["put"] }), "has a row with the unknown operation `put` at /ops/0");
    refused(&json!({ "path": "/a", "ops": [], "value": {} }), "has a row whose `value` says nothing at /value");
    refused(
        &json!({ "path": "/a", "ops": [], "opps": [] }),
        "has a rule with the unknown key `opps`; did you mean `ops`? at /opps",
    );
}
