//! The small sound model that the tests change in one place.

use apigw_spec::Spec;
use apigw_spec::read::{Source, read};
use serde_json::{Value, json};

/// The model as it is.
pub(crate) fn sound() -> Value {
    include_str!("shop.json").parse().unwrap()
}

pub(crate) fn read_text(text: &str) -> Result<Spec, String> {
    read(&[Source { name: "api.json", text }]).map_err(|errors| errors.to_string())
}

pub(crate) fn read_value(value: &Value) -> Spec {
    read_text(&value.to_string()).unwrap()
}

/// Two files, the sound model and an overlay with these statements.
pub(crate) fn overlaid(statements: &Value) -> Result<Spec, String> {
    let overlay = json!({ "smithy": "2.0", "shapes": statements }).to_string();
    let model = sound().to_string();
    let sources = [Source { name: "api.json", text: &model }, Source { name: "overlay.json", text: &overlay }];
    read(&sources).map_err(|errors| errors.to_string())
}

/// The sound model with the value at a pointer replaced; the last part of the pointer may be new.
pub(crate) fn with(pointer: &str, value: Value) -> Value {
    let mut model = sound();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = model.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    let key = key.replace("~1", "/").replace("~0", "~");
    match parent {
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        parent => drop(parent.as_object_mut().unwrap().insert(key, value)),
    }
    model
}

/// A change to the sound model, and the one line that it must be answered with.
pub(crate) struct Case(pub(crate) &'static str, pub(crate) Value, pub(crate) &'static str);

pub(crate) fn check_cases(cases: Vec<Case>) {
    for Case(pointer, value, expected) in cases {
        let found = read_text(&with(pointer, value).to_string()).map(|_| ()).unwrap_err();
        assert_eq!(found, format!("cannot read `api.json`: {expected}"), "after a change at {pointer}");
    }
}
