//! How a filter compares.

use std::cmp::Ordering;

use crate::java::decimal::Decimal;
use crate::java::value::Value;

/// Why two values have no order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Incomparable {
    /// Their classes cannot be compared: the condition does not hold.
    Classes,
    /// A string is no number: Java throws.
    NoNumber(String),
}

/// The order of what is expected and what there is.
pub(super) fn compare(expected: &Value, found: &Value) -> Result<Ordering, Incomparable> {
    if expected.is_same_object(found) {
        return Ok(Ordering::Equal);
    }
    match (is_nullish(expected), is_nullish(found)) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(Ordering::Less),
        (false, true) => return Ok(Ordering::Greater),
        (false, false) => {}
    }
    match (expected, found) {
        (Value::Text(expected), Value::Text(found)) => {
            let expected = if expected.contains('\'') { expected.replace("\\'", "'") } else { expected.to_string() };
            Ok(expected.encode_utf16().cmp(found.encode_utf16()))
        }
        (Value::Number(expected), Value::Number(found)) => {
            Ok(decimal(&expected.to_string())?.compare(&decimal(&found.to_string())?))
        }
        (Value::Text(expected), Value::Number(found)) => Ok(decimal(expected)?.compare(&decimal(&found.to_string())?)),
        (Value::Text(expected), Value::Boolean(found)) => Ok(expected.eq_ignore_ascii_case("true").cmp(found)),
        (Value::Boolean(expected), Value::Boolean(found)) => Ok(expected.cmp(found)),
        _ => Err(Incomparable::Classes),
    }
}

/// Whether a value is null, or the word.
pub(super) fn is_nullish(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => **text == *"null",
        _ => false,
    }
}

fn decimal(text: &str) -> Result<Decimal, Incomparable> {
    Decimal::parse(text).ok_or_else(|| Incomparable::NoNumber(text.to_owned()))
}
