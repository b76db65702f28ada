//! Inputs of any operation, and outputs, made up from its shapes: what is awkward to encode is frequent.

use apigw_model::blob::to_base64;
use apigw_spec::{Binding, Kind, Member, Operation, Shape};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use serde_json::{Map, Value, json};

/// How often a member that is not required is given.
const OPTIONAL: f64 = 0.4;

/// Inputs of an operation, as JSON with the names of the model.
pub fn of(operation: &'static Operation) -> BoxedStrategy<Value> {
    of_structure(operation.input.shape())
}

/// Values of a structure, as JSON with the names of the model.
pub fn of_structure(shape: &'static Shape) -> BoxedStrategy<Value> {
    structure(shape, &mut Vec::new())
}

fn structure(shape: &'static Shape, open: &mut Vec<&'static str>) -> BoxedStrategy<Value> {
    open.push(shape.id);
    let mut members: BoxedStrategy<Map<String, Value>> = Just(Map::new()).boxed();
    for member in shape.members().iter().filter(|member| !open.contains(&member.target.shape().id)).collect::<Vec<_>>()
    {
        let value = of_member(member, open);
        let value = if member.required { value.prop_map(Some).boxed() } else { weighted(OPTIONAL, value).boxed() };
        let put = |(mut members, value): (Map<String, Value>, Option<Value>)| {
            members.extend(value.map(|value| (member.name.to_owned(), value)));
            members
        };
        members = (members, value).prop_map(put).boxed();
    }
    open.pop();
    members.prop_map(Value::Object).boxed()
}

fn of_member(member: &'static Member, open: &mut Vec<&'static str>) -> BoxedStrategy<Value> {
    match member.binding {
        // Headers of botocore are ASCII, and spaces around them do not travel.
        Binding::Header(_) => "[!-~]([ -~]{0,10}[!-~])?".prop_map(Value::String).boxed(),
        _ => value(member.target.shape(), open),
    }
}

fn value(shape: &'static Shape, open: &mut Vec<&'static str>) -> BoxedStrategy<Value> {
    match shape.kind {
        Kind::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Integer => any::<i32>().prop_map(Value::from).boxed(),
        Kind::Long => any::<i64>().prop_map(Value::from).boxed(),
        Kind::Double => double().boxed(),
        Kind::Timestamp(_) => (0..4_000_000_000_i64).prop_map(Value::from).boxed(),
        Kind::Blob => vec(any::<u8>(), 0..40).prop_map(|bytes| json!(to_base64(&bytes))).boxed(),
        Kind::String(known) => {
            let listed = known.values.listed().unwrap_or(&["x"]);
            let listed = proptest::sample::select(listed).prop_map(Value::from);
            prop_oneof![2 => listed, 5 => text().prop_map(Value::String)].boxed()
        }
        Kind::List(item) => vec(value(item.shape(), open), 0..4).prop_map(Value::Array).boxed(),
        Kind::Map { value: target, .. } => {
            let entries = vec((text(), value(target.shape(), open)), 0..4);
            entries.prop_map(|entries| Value::Object(entries.into_iter().collect())).boxed()
        }
        _ => structure(shape, open),
    }
}

/// Whole numbers, tiny, huge and ordinary ones.
fn double() -> impl Strategy<Value = Value> {
    const SPECIAL: [f64; 11] = [0.0, -0.0, 1.0, 5.0, 0.1, 1e-5, 1e16, 1e15, 1.5e300, 5e-324, 123_456_789.123];
    let ordinary = any::<f64>().prop_filter("a number", |number| number.is_finite());
    prop_oneof![proptest::sample::select(SPECIAL.as_slice()), ordinary].prop_map(Value::from)
}

/// Text with reserved characters, other scripts, control characters, and the parts that paths treat specially.
fn text() -> impl Strategy<Value = String> {
    const SPECIAL: [&str; 18] =
        ["", ".", "..", "/", "//", "%", "%2F", "a b", "+", "?", "#", "&", "=", "~", "\u{7f}", "é", "😀", "\"\\"];
    prop_oneof![
        3 => proptest::sample::select(SPECIAL.as_slice()).prop_map(str::to_owned),
        4 => "[a-zA-Z0-9._~:/@!$&'()*+,;=%?#-]{1,12}",
        2 => "\\PC{0,6}",
        1 => vec(any::<char>(), 0..6).prop_map(String::from_iter),
    ]
}
