//! What an expression of a waiter gives for a value.

use apigw_spec::jmespath::{Comparison, PathExpression, PathFunction, PathLiteral};
use serde_json::Value;

/// The value that an expression gives; `null` where there is none.
pub(crate) fn evaluate(expression: &PathExpression, value: &Value) -> Value {
    let of = |expression: &PathExpression| evaluate(expression, value);

    match expression {
        PathExpression::Current => value.clone(),
        PathExpression::Field(name) => value.get(name).cloned().unwrap_or_default(),
        PathExpression::Index(index) => item(value, *index),
        PathExpression::Literal(literal) => match literal {
            PathLiteral::Null => Value::Null,
            PathLiteral::Boolean(value) => Value::from(*value),
            PathLiteral::Number(value) => Value::from(*value),
            PathLiteral::Text(text) => Value::from(text.as_str()),
        },
        PathExpression::Pipe(first, second) => evaluate(second, &of(first)),
        PathExpression::Flatten(inner) => match of(inner) {
            Value::Array(items) => items.into_iter().flat_map(flattened).collect(),
            _ => Value::Null,
        },
        PathExpression::Values(inner) => match of(inner) {
            Value::Object(members) => members.into_iter().map(|(_, value)| value).collect(),
            _ => Value::Null,
        },
        PathExpression::Filter(inner, condition) => match of(inner) {
            Value::Array(items) => items.into_iter().filter(|item| is_true(&evaluate(condition, item))).collect(),
            _ => Value::Null,
        },
        PathExpression::Project(inner, each) => match of(inner) {
            Value::Array(items) => {
                items.iter().map(|item| evaluate(each, item)).filter(|value| !value.is_null()).collect()
            }
            _ => Value::Null,
        },
        PathExpression::Compare(left, how, right) => compare(&of(left), *how, &of(right)),
        PathExpression::Or(left, right) => Some(of(left)).filter(is_true).unwrap_or_else(|| of(right)),
        PathExpression::And(left, right) => Some(of(left)).filter(|left| !is_true(left)).unwrap_or_else(|| of(right)),
        PathExpression::Not(inner) => Value::from(!is_true(&of(inner))),
        PathExpression::List(items) if value.is_null() => {
            let _ = items;
            Value::Null
        }
        PathExpression::List(items) => items.iter().map(of).collect(),
        PathExpression::Call(function, arguments) => {
            let arguments: Vec<Value> = arguments.iter().map(of).collect();
            call(*function, &arguments)
        }
    }
}

fn flattened(item: Value) -> Vec<Value> {
    match item {
        Value::Array(items) => items,
        other => vec![other],
    }
}

fn item(value: &Value, index: i64) -> Value {
    let Value::Array(items) = value else { return Value::Null };
    let position = if index < 0 {
        usize::try_from(index.unsigned_abs()).ok().and_then(|back| items.len().checked_sub(back))
    } else {
        usize::try_from(index).ok()
    };
    position.and_then(|position| items.get(position)).cloned().unwrap_or_default()
}

/// Whether a value counts as true: it is neither absent, nor false, nor empty.
pub(crate) fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(_) => true,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

fn compare(left: &Value, how: Comparison, right: &Value) -> Value {
    let numbers = || Some((left.as_f64()?, right.as_f64()?));
    // Whole numbers and others are one kind.
    let is_equal = numbers().map_or_else(|| left == right, |(left, right)| left.total_cmp(&right).is_eq());
    let ordered = |holds: fn(std::cmp::Ordering) -> bool| {
        numbers().and_then(|(left, right)| left.partial_cmp(&right)).map_or(Value::Null, |order| holds(order).into())
    };

    match how {
        Comparison::Equal => is_equal.into(),
        Comparison::Unequal => (!is_equal).into(),
        Comparison::Less => ordered(std::cmp::Ordering::is_lt),
        Comparison::LessOrEqual => ordered(std::cmp::Ordering::is_le),
        Comparison::Greater => ordered(std::cmp::Ordering::is_gt),
        Comparison::GreaterOrEqual => ordered(std::cmp::Ordering::is_ge),
    }
}

fn call(function: PathFunction, arguments: &[Value]) -> Value {
    match (function, arguments) {
        (PathFunction::Length, [Value::String(text)]) => text.chars().count().into(),
        (PathFunction::Length, [Value::Array(items)]) => items.len().into(),
        (PathFunction::Length, [Value::Object(members)]) => members.len().into(),
        (PathFunction::Keys, [Value::Object(members)]) => members.keys().map(String::as_str).collect(),
        (PathFunction::Contains, [Value::Array(items), wanted]) => items.contains(wanted).into(),
        (PathFunction::Contains, [Value::String(text), Value::String(part)]) => text.contains(part.as_str()).into(),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use apigw_spec::jmespath::parse;
    use serde_json::{Value, json};

    use super::evaluate;

    #[test]
    fn expressions_give_what_the_specification_of_jmespath_says() {
        let value = json!({
            "state": "UP", "items": [{ "state": "A", "n": 1 }, { "state": "B", "n": 2 }, { "n": 3 }],
            "nested": [[1, 2], 3, [[4]]], "map": { "x": { "s": "1" }, "y": { "s": "2" } }, "none": null, "empty": [],
        });
        let cases: [(&str, Value); 22] = [
            ("state", json!("UP")),
            ("state.x", json!(null)),
            ("items[].state", json!(["A", "B"])),
            ("items[*].state", json!(["A", "B"])),
            ("items[-1].n", json!(3)),
            ("items[5].n", json!(null)),
            ("items[?state == 'B'].n", json!([2])),
            ("items[?n >= `2`].n | [0]", json!(2)),
            ("nested[]", json!([1, 2, 3, [4]])),
            ("nested[][]", json!([1, 2, 3, 4])),
            ("map.*.s", json!(["1", "2"])),
            ("length(items[]) == `3`", json!(true)),
            ("length(empty) == `0`", json!(true)),
            ("length(none)", json!(null)),
            ("state != 'UP' && state != 'DOWN'", json!(false)),
            ("!none", json!(true)),
            ("none || state", json!("UP")),
            ("contains(items[].state, 'A')", json!(true)),
            ("contains(state, 'U')", json!(true)),
            ("keys(map)", json!(["x", "y"])),
            ("[state, none]", json!(["UP", null])),
            ("items[?!state].n", json!([3])),
        ];

        for (text, expected) in cases {
            let expression = parse(text).expect(text);
            assert_eq!(evaluate(&expression, &value), expected, "{text}");
        }
    }
}
