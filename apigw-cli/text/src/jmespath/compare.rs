//! Equality, truth and order of values, with the reference implementation's view of numbers and booleans.

use std::cmp::Ordering;

use crate::document::Document;
use crate::python::repr;

/// Whether two values are equal in the language, in which 0 and 1 are not booleans.
pub(crate) fn equal(left: &Document, right: &Document) -> bool {
    let is_mixed = |left: &Document, right: &Document| {
        matches!(left, Document::Boolean(_)) && matches!(right, Document::Integer(_) | Document::Double(_))
    };
    !is_mixed(left, right) && !is_mixed(right, left) && same(left, right)
}

/// Whether two values are equal in Python, in which `True` is 1.
pub(crate) fn same(left: &Document, right: &Document) -> bool {
    match (left, right) {
        (Document::List(left), Document::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Document::Map(left), Document::Map(right)) => {
            let holds = |(key, value): (&str, &Document)| right.get(key).is_some_and(|other| same(value, other));
            left.len() == right.len() && left.iter().all(holds)
        }
        _ => match (as_number(left), as_number(right)) {
            (Some(left), Some(right)) => compare_numbers(left, right) == Some(Ordering::Equal),
            (None, None) => left == right,
            _ => false,
        },
    }
}

/// Whether a value counts as false.
pub fn is_false(value: &Document) -> bool {
    match value {
        Document::Null | Document::Boolean(false) => true,
        Document::Text(text) => text.is_empty(),
        Document::List(items) => items.is_empty(),
        Document::Map(map) => map.is_empty(),
        _ => false,
    }
}

/// Whether a value is a number, which a boolean is not.
pub(crate) fn is_number(value: &Document) -> bool {
    matches!(value, Document::Integer(_) | Document::Double(_))
}

/// The order of two numbers or two strings. The error is the complete message.
pub(crate) fn order(operator: &str, left: &Document, right: &Document) -> Result<Option<Ordering>, String> {
    match (left, right) {
        (Document::Text(left), Document::Text(right)) => Ok(Some(left.cmp(right))),
        _ => match (as_number(left), as_number(right)) {
            (Some(left), Some(right)) => Ok(compare_numbers(left, right)),
            _ => Err(format!(
                "'{operator}' not supported between instances of '{}' and '{}'",
                repr::class(left),
                repr::class(right)
            )),
        },
    }
}

#[derive(Clone, Copy)]
enum Number {
    Whole(i128),
    Real(f64),
}

fn as_number(value: &Document) -> Option<Number> {
    match value {
        Document::Boolean(value) => Some(Number::Whole(i128::from(*value))),
        Document::Integer(value) => Some(Number::Whole(*value)),
        Document::Double(value) => Some(Number::Real(*value)),
        _ => None,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a whole number beyond 2^53 is near enough to be compared with a real one"
)]
fn compare_numbers(left: Number, right: Number) -> Option<Ordering> {
    let real = |number| match number {
        Number::Whole(value) => value as f64,
        Number::Real(value) => value,
    };
    match (left, right) {
        (Number::Whole(left), Number::Whole(right)) => Some(left.cmp(&right)),
        _ => real(left).partial_cmp(&real(right)),
    }
}

/// A total order for the keys of a sort: strings by character, numbers exactly if all are whole, else as real numbers.
pub(crate) fn total_order(keys: &[Document]) -> fn(&Document, &Document) -> Ordering {
    if keys.iter().all(|key| matches!(key, Document::Text(_))) {
        return |left, right| left.text().cmp(&right.text());
    }
    if keys.iter().all(|key| matches!(key, Document::Integer(_))) {
        return |left, right| match (left, right) {
            (Document::Integer(left), Document::Integer(right)) => left.cmp(right),
            _ => Ordering::Equal,
        };
    }
    |left, right| real(left).total_cmp(&real(right))
}

#[expect(clippy::cast_precision_loss, reason = "whole numbers among real ones are compared as such")]
fn real(value: &Document) -> f64 {
    match value {
        Document::Integer(value) => *value as f64,
        Document::Double(value) => *value,
        _ => 0.0,
    }
}
