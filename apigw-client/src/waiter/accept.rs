//! What the acceptors of a waiter make of an answer.

use apigw_model::__private::serialize;
use apigw_model::Structured;
use apigw_spec::Waiter;
use apigw_spec::jmespath::parse;
use apigw_spec::waiter::{AnswerMatcher, Comparator, PathTest, WaiterState};
use serde_json::{Value, json};

use crate::error::CallError;
use crate::waiter::evaluate::evaluate;

/// One answer, as acceptors look at it.
pub(crate) struct Observed<'a> {
    /// The status, if there was an answer.
    pub(crate) status: Option<u16>,
    /// The output, as names and values, or the error.
    pub(crate) outcome: Result<Value, &'a CallError>,
    /// The input, as names and values.
    pub(crate) input: &'a Value,
}

/// The state that the first matching acceptor gives.
pub(crate) fn accept(waiter: &Waiter, observed: &Observed<'_>) -> Option<WaiterState> {
    waiter.acceptors.iter().find(|acceptor| matches(&acceptor.matcher, observed)).map(|acceptor| acceptor.state)
}

fn matches(matcher: &AnswerMatcher, observed: &Observed<'_>) -> bool {
    match (*matcher, &observed.outcome) {
        (AnswerMatcher::Success(success), outcome) => outcome.is_ok() == success && is_answer(outcome),
        (AnswerMatcher::ErrorType(code), Err(error)) => error.failure().is_some_and(|failure| failure.code == code),
        (AnswerMatcher::Status(status), _) => observed.status == Some(status),
        (AnswerMatcher::Output(test), Ok(output)) => holds(test, output),
        (AnswerMatcher::InputOutput(test), Ok(output)) => {
            holds(test, &json!({ "input": observed.input, "output": output }))
        }
        _ => false,
    }
}

/// Whether the service answered: what the network did says nothing about what is waited for.
fn is_answer(outcome: &Result<Value, &CallError>) -> bool {
    outcome.as_ref().map_or_else(|error| error.failure().is_some(), |_| true)
}

fn holds(test: PathTest, value: &Value) -> bool {
    // The reader of specifications parsed the path before.
    let Ok(expression) = parse(test.path) else { return false };
    let found = evaluate(&expression, value);
    let is_equal = |value: &Value| value.as_str() == Some(test.expected);

    match (test.comparator, &found) {
        (Comparator::StringEquals, value) => is_equal(value),
        (Comparator::BooleanEquals, Value::Bool(value)) => test.expected == if *value { "true" } else { "false" },
        (Comparator::AllStringEquals, Value::Array(items)) => !items.is_empty() && items.iter().all(is_equal),
        (Comparator::AnyStringEquals, Value::Array(items)) => items.iter().any(is_equal),
        _ => false,
    }
}

/// The members of a structure by their names in the model, which paths are made of.
pub(crate) fn named<T: Structured>(value: &T) -> Value {
    serialize(T::SHAPE, value, serde_json::value::Serializer).unwrap_or_default()
}
