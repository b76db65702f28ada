//! What the acceptors of a waiter make of an answer.

use apigw_model::__private::serialize;
use apigw_model::Structured;
use apigw_spec::Waiter;
use apigw_spec::waiter::{AnswerMatcher, Comparator, PathTest, WaiterState};
use jmespath::{ErrorReason, Expression, JmespathError, RuntimeError};
use serde_json::{Value, json};

use crate::error::CallError;

/// The acceptors of a waiter, whose paths are compiled once for all its calls.
pub(super) struct Acceptors(Vec<(WaiterState, CompiledMatcher)>);

/// What an acceptor looks for.
enum CompiledMatcher {
    Output(CompiledTest),
    InputOutput(CompiledTest),
    /// What needs no path.
    Plain(AnswerMatcher),
}

/// A path, and what has to be there.
struct CompiledTest {
    path: Expression<'static>,
    comparator: Comparator,
    expected: &'static str,
}

/// One answer, as acceptors look at it.
pub(super) struct Observed<'a> {
    /// The status, if there was an answer.
    pub(super) status: Option<u16>,
    /// The output, as names and values, or the error.
    pub(super) outcome: Result<Value, &'a CallError>,
    /// The input, as names and values.
    pub(super) input: &'a Value,
}

impl Acceptors {
    /// Compiles the paths of a waiter; the error says what is wrong with one of them.
    pub(super) fn new(waiter: &Waiter) -> Result<Self, String> {
        let compiled = waiter.acceptors.iter().map(|acceptor| {
            let matcher = match acceptor.matcher {
                AnswerMatcher::Output(test) => CompiledMatcher::Output(CompiledTest::new(test)?),
                AnswerMatcher::InputOutput(test) => CompiledMatcher::InputOutput(CompiledTest::new(test)?),
                plain => CompiledMatcher::Plain(plain),
            };
            Ok((acceptor.state, matcher))
        });
        compiled.collect::<Result<_, _>>().map(Self)
    }

    /// The state that the first matching acceptor gives; the error says what is wrong with a path.
    pub(super) fn state(&self, observed: &Observed<'_>) -> Result<Option<WaiterState>, String> {
        for (state, matcher) in &self.0 {
            if matcher.matches(observed)? {
                return Ok(Some(*state));
            }
        }
        Ok(None)
    }
}

impl CompiledMatcher {
    fn matches(&self, observed: &Observed<'_>) -> Result<bool, String> {
        let matches = match (self, &observed.outcome) {
            (Self::Output(test), Ok(output)) => test.holds(output)?,
            (Self::InputOutput(test), Ok(output)) => {
                test.holds(&json!({ "input": observed.input, "output": output }))?
            }
            (Self::Plain(AnswerMatcher::Success(success)), outcome) => {
                outcome.is_ok() == *success && is_answer(outcome)
            }
            (Self::Plain(AnswerMatcher::ErrorType(code)), Err(error)) => {
                error.failure().is_some_and(|failure| failure.code == *code)
            }
            (Self::Plain(AnswerMatcher::Status(status)), _) => observed.status == Some(*status),
            _ => false,
        };
        Ok(matches)
    }
}

impl CompiledTest {
    fn new(test: PathTest) -> Result<Self, String> {
        let PathTest { path, comparator, expected } = test;
        let compiled = jmespath::compile(path).map_err(|error| invalid(path, &error))?;
        Ok(Self { path: compiled, comparator, expected })
    }

    fn holds(&self, value: &Value) -> Result<bool, String> {
        let found = match self.path.search(value) {
            Ok(found) => serde_json::to_value(found).unwrap_or_default(),
            // A value of another type than a function takes is not what is waited for.
            Err(JmespathError { reason: ErrorReason::Runtime(RuntimeError::InvalidType { .. }), .. }) => Value::Null,
            Err(error) => return Err(invalid(self.path.as_str(), &error)),
        };
        let is_equal = |value: &Value| value.as_str() == Some(self.expected);

        Ok(match (self.comparator, found) {
            (Comparator::StringEquals, value) => is_equal(&value),
            (Comparator::BooleanEquals, Value::Bool(value)) => self.expected == if value { "true" } else { "false" },
            (Comparator::AllStringEquals, Value::Array(items)) => !items.is_empty() && items.iter().all(is_equal),
            (Comparator::AnyStringEquals, Value::Array(items)) => items.iter().any(is_equal),
            _ => false,
        })
    }
}

/// A path, and what is wrong with it.
fn invalid(path: &str, error: &JmespathError) -> String {
    format!("`{path}`: {}", error.reason)
}

/// Whether the service answered: what the network did says nothing about what is waited for.
fn is_answer(outcome: &Result<Value, &CallError>) -> bool {
    outcome.as_ref().map_or_else(|error| error.failure().is_some(), |_| true)
}

/// The members of a structure by their names in the model, which paths are made of.
pub(super) fn named<T: Structured>(value: &T) -> Value {
    serialize(T::SHAPE, value, serde_json::value::Serializer).unwrap_or_default()
}
