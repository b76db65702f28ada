//! Whatever the input, reading it does not panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::shop::{read_text, sound};

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = sound().to_string();
    assert!(read_text(&format!("\u{feff}{text}")).is_ok());
    assert!(read_text(&format!("{text}\u{feff}")).is_err());
}

#[test]
fn deep_nesting_is_an_error() {
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read_text(&text).map(|_| ()).unwrap_err().contains("recursion limit exceeded"));
}

/// Every place of a JSON value, as pointers.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(parts) => {
            for (key, part) in parts {
                places(part, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(at);
}

fn strange_values() -> impl Strategy<Value = Value> {
    const NAMES: &[&str] =
        &["example#Thing", "example#ListOfThing", "smithy.api#Unit", "thingId", "$", "#", "", "^(", "{", "apply"];
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        proptest::sample::select(NAMES).prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "target": "example#Thing" }])),
        Just(json!({ "target": "example#MapOfString", "traits": { "smithy.api#httpQueryParams": {} } })),
        Just(json!({ "type": "apply", "traits": { "apigw.refine#enum": { "name": "N", "values": ["A"] } } })),
    ]
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in ".{0,200}") {
        let _ = read_text(&text);
    }

    #[test]
    fn no_changed_model_makes_reading_panic(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), strange_values()), 1..4),
    ) {
        let mut model = sound();
        for (index, value) in changes {
            let mut found: Vec<String> = Vec::new();
            places(&model, String::new(), &mut found);
            if let Some(place) = model.pointer_mut(index.get(&found).as_str()) {
                *place = value;
            }
        }
        if let Err(errors) = read_text(&model.to_string()) {
            prop_assert!(!errors.is_empty());
        }
    }

    #[test]
    fn no_cut_or_swapped_bytes_make_reading_panic(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = sound().to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_text(&String::from_utf8_lossy(&bytes));
        let _ = read_text(&String::from_utf8_lossy(&bytes[..at]));
    }
}
