//! What the model says of secrets, of repeated calls, and of chains of shapes.

use std::time::Instant;

use apigw_spec::secrecy::Secrecy;
use serde_json::json;

use crate::shop::{overlaid, read_text, read_value, sound, with};

#[test]
fn members_are_secret_in_part_or_whole() {
    let secret = |statements: serde_json::Value| {
        let spec = overlaid(&statements)?;
        let input = spec.operation("PutThing").unwrap().input.shape();
        Ok::<_, String>(input.structure().member("code").unwrap().1.secrecy)
    };
    let apply = |word: &str| json!({ "example#PutThingRequest$code": { "type": "apply", "traits": { "apigw.rules#secret": word } } });
    for (word, expected) in [("whole", Secrecy::Whole), ("expression", Secrecy::Expression), ("url", Secrecy::Url)] {
        assert_eq!(secret(apply(word)), Ok(expected), "{word}");
    }
    let error = secret(apply("half")).unwrap_err();
    assert!(error.contains("is secret as `half`; write `whole` or `expression` or `url`"), "{error}");
}

#[test]
fn what_may_be_repeated_is_said_by_the_model_or_by_the_method() {
    let traits = "/shapes/example#PutThing/traits";
    let repeat = |path: &str, value| read_value(&with(path, value)).operation("PutThing").unwrap().repeat;
    let method = format!("{traits}/smithy.api#http/method");
    assert!(repeat(&method, json!("PUT")).is_safe);
    for method_name in ["POST", "PATCH"] {
        let repeat = repeat(&method, json!(method_name));
        assert!(!repeat.is_safe && repeat.reason.contains("once more"), "{repeat:?}");
    }

    let post = with(&method, json!("POST"));
    for (name, value, reason) in [
        ("smithy.api#idempotent", json!({}), "the model says"),
        ("smithy.api#readonly", json!({}), "changes nothing"),
        ("apigw.rules#repeat", json!({ "safe": true, "reason": "there is one" }), "there is one"),
    ] {
        let mut model = post.clone();
        model.pointer_mut(traits).unwrap()[name] = value;
        let repeat = read_value(&model).operation("PutThing").unwrap().repeat;
        assert!(repeat.is_safe && repeat.reason.contains(reason), "{name}: {repeat:?}");
    }
    let mut model = post;
    model.pointer_mut(traits).unwrap()["apigw.rules#repeat"] = json!({ "reason": "who knows" });
    let error = read_text(&model.to_string()).map(|_| ()).unwrap_err();
    assert!(error.contains("says not whether it can be repeated"), "{error}");
}

#[test]
fn bounds_that_no_value_is_within_are_reported() {
    for (name, value) in
        [("smithy.api#range", json!({ "min": 1e300, "max": -1 })), ("smithy.api#length", json!({ "min": 2, "max": 1 }))]
    {
        let mut model = sound();
        model["shapes"]["example#Code"]["traits"][name] = value;
        let error = read_text(&model.to_string()).map(|_| ()).unwrap_err();
        assert!(error.contains("has bounds that no value is within"), "{error}");
    }
}

#[test]
fn long_chains_of_lists_are_read_in_linear_time() {
    /// How long it takes to read a chain of lists, of which the last holds strings or the first list.
    fn seconds(length: usize, end: &str) -> (f64, Result<(), String>) {
        let mut model = sound();
        let shapes = model["shapes"].as_object_mut().unwrap();
        for index in 0..length {
            let next = if index + 1 == length { end.to_owned() } else { format!("example#L{}", index + 1) };
            shapes.insert(format!("example#L{index}"), json!({ "type": "list", "member": { "target": next } }));
        }
        let text = model.to_string();
        let start = Instant::now();
        let read = read_text(&text).map(|_| ());
        (start.elapsed().as_secs_f64(), read)
    }
    let fastest = |length| (0..3).map(|_| seconds(length, "smithy.api#String").0).fold(f64::MAX, f64::min);
    let (short, long) = (fastest(1000), fastest(16_000));
    // Sixteen times as long, where a quadratic reader needs 256 times the time.
    assert!(long < short * 100.0, "{short} s and {long} s");
    let (_, read) = seconds(1000, "example#L0");
    assert_eq!(read.unwrap_err().matches("contains itself").count(), 1000);
}
