//! Whether the condition of a rule holds, and which facts make it hold.

use super::partial;
use super::scope::{Origin, Scope};
use super::walk::{near, same, walk};
use crate::path::PathNode;
use crate::rule::{Condition, MemberPath, Truth};
use crate::value::Value;
use crate::violation::{Fact, Known};

/// Whether a condition holds.
pub(super) fn truth(condition: &Condition, scope: &Scope<'_>) -> Truth {
    match condition {
        Condition::Always => Truth::True,
        Condition::All(parts) => all(parts, scope),
        Condition::Any(parts) => parts.iter().fold(Truth::False, |truth, part| match truth {
            Truth::True => Truth::True,
            _ => truth.or(self::truth(part, scope)),
        }),
        Condition::Not(part) => truth(part, scope).negated(),
        Condition::Present(path) => any(path, scope, given),
        Condition::Filled(path) => any(path, scope, filled),
        Condition::In { path, values, ignore_case, listed, absent } => any(path, scope, |value| match value {
            Value::Absent => *absent,
            value => within(value, values, *ignore_case, listed),
        }),
        Condition::Format { path, format } => any(path, scope, |value| match value {
            Value::Text(text) => Truth::from_bool(format.accepts(text)),
            Value::Partial(parts) => partial::accepts(*format, parts),
            _ => Truth::Unknown,
        }),
    }
}

/// False as soon as one part is, so that an unseen value elsewhere does not matter.
fn all(parts: &[Condition], scope: &Scope<'_>) -> Truth {
    let mut result = Truth::True;
    for part in parts {
        match truth(part, scope) {
            Truth::True => {}
            Truth::False => return Truth::False,
            Truth::Unknown => result = Truth::Unknown,
        }
    }
    result
}

fn any(path: &MemberPath, scope: &Scope<'_>, holds: impl Fn(Value<'_>) -> Truth) -> Truth {
    if let Some(value) = near(path, scope) {
        return holds(value);
    }
    let mut result = Truth::False;
    walk(path, scope, NOWHERE, &mut |_, value| result = result.or(holds(value)));
    result
}

const NOWHERE: Origin<'static> = Origin { this: &PathNode::ROOT, outer: &PathNode::ROOT };

/// Whether a value is given.
pub(super) fn given(value: Value<'_>) -> Truth {
    match value {
        Value::Absent | Value::Null => Truth::False,
        Value::Opaque => Truth::Unknown,
        _ => Truth::True,
    }
}

/// Whether a value is given and not empty.
pub(super) fn filled(value: Value<'_>) -> Truth {
    match value {
        Value::Text(text) => Truth::from_bool(!text.is_empty()),
        Value::Partial(parts) => partial::filled(parts),
        Value::Blob(bytes) => Truth::from_bool(!bytes.is_empty()),
        Value::List(list) => Truth::from_bool(!list.is_empty()),
        Value::Map(map) if map.is_empty() && !map.is_complete() => Truth::Unknown,
        Value::Map(map) => Truth::from_bool(!map.is_empty()),
        other => given(other),
    }
}

/// Whether a value is one of some strings.
fn within(value: Value<'_>, values: &[&str], ignore_case: bool, listed: &[&str]) -> Truth {
    let text = match value {
        Value::Text(text) => text,
        Value::Boolean(true) => "true",
        Value::Boolean(false) => "false",
        Value::Integer(number) => return Truth::from_bool(values.iter().any(|value| value.parse() == Ok(number))),
        _ => return Truth::Unknown,
    };
    if contains(values, text, ignore_case) {
        Truth::True
    } else if listed.is_empty() || contains(listed, text, ignore_case) {
        Truth::False
    } else {
        Truth::Unknown
    }
}

/// Whether a string is among others.
pub(super) fn contains(texts: &[&str], text: &str, ignore_case: bool) -> bool {
    if ignore_case {
        texts.iter().any(|other| other.eq_ignore_ascii_case(text))
    } else {
        texts.iter().any(|other| same(other, text))
    }
}

/// The facts that make a condition hold; called only once it is known to hold.
pub(super) fn facts(condition: &Condition, scope: &Scope<'_>, origin: Origin<'_>, found: &mut Vec<Fact>) {
    match condition {
        Condition::Always | Condition::Format { .. } => {}
        Condition::All(parts) => parts.iter().for_each(|part| facts(part, scope, origin, found)),
        Condition::Any(parts) => {
            if let Some(part) = parts.iter().find(|part| truth(part, scope) == Truth::True) {
                facts(part, scope, origin, found);
            }
        }
        Condition::Not(part) => denied(part, scope, origin, found),
        Condition::Present(path) | Condition::Filled(path) => walk(path, scope, origin, &mut |place, value| {
            if given(value) == Truth::True {
                note(place, Known::Given, found);
            }
        }),
        Condition::In { path, values, ignore_case, listed, .. } => walk(path, scope, origin, &mut |place, value| {
            if within(value, values, *ignore_case, listed) == Truth::True || matches!(value, Value::Absent) {
                note(place, known(value), found);
            }
        }),
    }
}

/// The facts that make a condition fail.
fn denied(condition: &Condition, scope: &Scope<'_>, origin: Origin<'_>, found: &mut Vec<Fact>) {
    match condition {
        Condition::Always | Condition::Format { .. } => {}
        Condition::All(parts) => {
            if let Some(part) = parts.iter().find(|part| truth(part, scope) == Truth::False) {
                denied(part, scope, origin, found);
            }
        }
        Condition::Any(parts) => parts.iter().for_each(|part| denied(part, scope, origin, found)),
        Condition::Not(part) => facts(part, scope, origin, found),
        Condition::Present(path) | Condition::Filled(path) | Condition::In { path, .. } => {
            walk(path, scope, origin, &mut |place, value| note(place, known(value), found));
        }
    }
}

fn known(value: Value<'_>) -> Known {
    match value {
        Value::Absent | Value::Null => Known::Missing,
        Value::Text(text) => Known::Is(text.to_owned()),
        Value::Boolean(value) => Known::Is(value.to_string()),
        Value::Integer(value) => Known::Is(value.to_string()),
        _ => Known::Given,
    }
}

fn note(place: &PathNode<'_>, known: Known, found: &mut Vec<Fact>) {
    let fact = Fact { path: place.path(), known };
    if !found.contains(&fact) {
        found.push(fact);
    }
}
