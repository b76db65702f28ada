//! Related classes, and `hashCode`.

use super::number::Number;
use super::value::Value;

/// How deeply collections are followed. Java would run out of stack.
const MAX_DEPTH: u32 = 200;

/// Whether one of the classes is the other or above it, so that Velocity compares with `equals`.
pub(crate) fn are_related(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => std::mem::discriminant(a) == std::mem::discriminant(b),
        (Value::View(a), Value::View(b)) => a.kind == b.kind,
        (Value::Array(a), Value::Array(b)) => a.class == b.class,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// `hashCode`, where it does not depend on identity.
pub(crate) fn hash(value: &Value) -> i32 {
    hash_within(value, 0)
}

fn hash_within(value: &Value, depth: u32) -> i32 {
    if depth > MAX_DEPTH {
        return 0;
    }
    let hash = |value: &Value| hash_within(value, depth + 1);
    let of_items =
        |items: &[Value]| items.iter().fold(1_i32, |sum, item| sum.wrapping_mul(31).wrapping_add(hash(item)));
    match value {
        Value::Boolean(true) => 1231,
        Value::Boolean(false) => 1237,
        Value::Number(Number::Int(number)) => *number,
        Value::Number(Number::Long(number)) => fold_long(*number),
        Value::Number(Number::Double(number)) => fold_long(number.to_bits().cast_signed()),
        Value::Char(unit) => i32::from(*unit),
        Value::Text(text) => text_hash(text),
        Value::List(list) => of_items(&list.items.borrow()),
        Value::Map(map) => {
            map.entries.borrow().iter().fold(0_i32, |sum, (key, value)| sum.wrapping_add(hash(&key.0) ^ hash(value)))
        }
        Value::View(view) => view.items().iter().fold(0_i32, |sum, item| sum.wrapping_add(hash(item))),
        Value::Entry(entry) => hash(&entry.key) ^ hash(&entry.value.borrow()),
        _ => 0,
    }
}

/// `String.hashCode`.
fn text_hash(text: &str) -> i32 {
    text.encode_utf16().fold(0_i32, |sum, unit| sum.wrapping_mul(31).wrapping_add(i32::from(unit)))
}

fn fold_long(number: i64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "Java keeps the lower bits, and so does this")]
    let folded = (number ^ (number.cast_unsigned() >> 32).cast_signed()) as i32;
    folded
}
