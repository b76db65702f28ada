//! Operations called by name, each through its own types.

use apigw_model::__private::serialize;
use apigw_model::{Operation, Structured};
use apigw_spec::value::Members;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::every;
use crate::visit::Visit;

/// What calls an operation whose type is known.
pub trait Door {
    /// Calls it. An error is the service's code, or the text of any other failure.
    ///
    /// # Errors
    ///
    /// If the service refused, or was not reached.
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String>;
}

/// Calls the operation of this name: the input is read into its type, and the output of its type is given as JSON.
///
/// # Errors
///
/// If there is no such operation, the input does not fit, or the call fails.
pub fn call(door: &impl Door, operation: &str, input: &Value) -> Result<Value, String> {
    let mut visitor = Called { door, operation, input, outcome: Err(format!("no operation {operation}")) };
    every::operations(&mut visitor);
    visitor.outcome
}

/// The JSON of a structure, with the names of the model.
///
/// # Errors
///
/// If a map of it has keys that are no text, which no generated structure has.
pub fn json<T: Structured>(value: &T) -> Result<Value, String> {
    let members: &dyn Members = value;
    serialize(T::SHAPE, members, serde_json::value::Serializer).map_err(|error| error.to_string())
}

struct Called<'a, D> {
    door: &'a D,
    operation: &'a str,
    input: &'a Value,
    outcome: Result<Value, String>,
}

impl<D: Door> Visit for Called<'_, D> {
    fn structure<T>(&mut self, _: &str) {}

    fn enumeration<T>(&mut self, _: &str) {}

    fn operation<T: Operation + DeserializeOwned + Serialize>(&mut self, name: &str) {
        if name == self.operation {
            let input = serde_json::from_value::<T>(self.input.clone());
            let input = input.map_err(|error| format!("the input of {name} does not fit: {error}"));
            self.outcome = input.and_then(|input| json(&self.door.send(&input)?));
        }
    }
}
