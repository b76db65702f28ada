//! Models with a value changed: the reader and the expansion take whatever is written there.

use apigw_spec::read::{Source, import, read};
use apigw_tests::clashes::clashes;
use serde_json::{Value, json};

/// How many changed models are read of each model.
const CHANGES: usize = 60;

/// Every place of a JSON value, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut part =
        |key: &str, part| places(part, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
    match value {
        Value::Object(parts) => parts.iter().for_each(|(key, value)| part(key, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| part(&index.to_string(), value)),
        _ => {}
    }
    found.push(at.to_owned());
}

/// What a value can be changed into: another kind of value, or one from elsewhere in the model.
fn change(model: &Value, places: &[String], random: &mut fastrand::Rng) -> Value {
    let elsewhere = places.get(random.usize(..places.len())).and_then(|place| model.pointer(place)).cloned();
    let text = ["", "self", "Self", "type", "0", "a#B", "smithy.api#Unit", "com.amazonaws.zoo#Food", "é", "{a}", "a b"];
    let values = [
        json!(null),
        json!(-1),
        json!(true),
        json!([]),
        json!({}),
        json!(text[random.usize(..text.len())]),
        elsewhere.unwrap_or_default(),
    ];
    values[random.usize(..values.len())].clone()
}

#[test]
fn changed_models_are_read_and_expanded_without_a_panic() {
    let mut random = fastrand::Rng::with_seed(16);
    for file in ["models/zoo.json", "models/parcels.json", "models/obstacle-course.json"] {
        let model = apigw_tests::json(file);
        let mut found = Vec::new();
        places(&model, "", &mut found);
        let mut readable = 0;
        for _ in 0..CHANGES {
            let mut changed = model.clone();
            let place = &found[random.usize(..found.len())];
            let value = change(&model, &found, &mut random);
            *changed.pointer_mut(place).expect("a place of the model") = value;
            let text = changed.to_string();
            let _ = import::smithy(&text);
            let Ok(spec) = read(&[Source { name: "model.json", text: &text }]) else { continue };
            readable += 1;
            let tokens = apigw_codegen::expand(&spec, &[]).expect("everything has an expansion");
            assert_eq!(clashes(tokens), [""; 0], "{place} of {file}: {text}");
        }
        assert!(readable > 0, "{readable} changed models of {file} are read");
    }
}
