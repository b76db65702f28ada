//! What a template is rendered with, from JSON.

use std::fmt;

use indexmap::IndexMap;
use serde_json::Value;

use super::context::Context;
use super::parameters::Parameters;

/// A string that is not the JSON that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidInput(String);

impl fmt::Display for InvalidInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidInput {}

impl Parameters {
    /// Reads parameters from JSON: an object with `path`, `querystring` and `header`, whose members are strings or lists
    /// of strings.
    ///
    /// # Errors
    /// The text is no such JSON.
    ///
    /// ```
    /// use apigw_engine::Parameters;
    ///
    /// let parameters = Parameters::from_json(r#"{"path": {"id": "7"}, "querystring": {"tag": ["a", "b"]}}"#)?;
    /// assert_eq!(parameters.first("tag"), Some("b"));
    /// # Ok::<(), apigw_engine::mapping::InvalidInput>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, InvalidInput> {
        let mut parameters = Self::new();
        for (place, members) in object(text)? {
            let Value::Object(members) = members else { return Err(wrong(&place, "an object")) };
            for (name, values) in members {
                for value in strings(&name, values)? {
                    parameters = match place.as_str() {
                        "path" => parameters.path(&name, value),
                        "querystring" => parameters.query(&name, value),
                        "header" => parameters.header(&name, value),
                        _ => {
                            let message =
                                format!("`{place}` is no place of parameters; write path, querystring or header");
                            return Err(InvalidInput(message));
                        }
                    };
                }
            }
        }
        Ok(parameters)
    }
}

impl Context {
    /// Reads variables from JSON: an object whose members are strings, numbers, or objects of such.
    ///
    /// # Errors
    /// The text is no such JSON.
    pub fn from_json(text: &str) -> Result<Self, InvalidInput> {
        let context = Self::default();
        for (name, value) in object(text)? {
            add(&context, &name, &value)?;
        }
        Ok(context)
    }
}

fn add(context: &Context, name: &str, value: &Value) -> Result<(), InvalidInput> {
    match value {
        Value::Object(members) => {
            members.iter().try_for_each(|(inner, value)| add(context, &format!("{name}.{inner}"), value))
        }
        Value::String(text) => {
            context.set(name, text);
            Ok(())
        }
        Value::Number(_) | Value::Bool(_) => {
            context.set(name, &value.to_string());
            Ok(())
        }
        Value::Null => Ok(()),
        Value::Array(_) => Err(wrong(name, "a string or an object")),
    }
}

/// Reads stage variables from JSON: an object of strings.
///
/// # Errors
/// The text is no such JSON.
pub fn stage_variables_from_json(text: &str) -> Result<IndexMap<String, String>, InvalidInput> {
    let variable = |(name, value): (String, Value)| match value {
        Value::String(value) => Ok((name, value)),
        _ => Err(wrong(&name, "a string")),
    };
    object(text)?.into_iter().map(variable).collect()
}

fn object(text: &str) -> Result<serde_json::Map<String, Value>, InvalidInput> {
    match serde_json::from_str(text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(InvalidInput("the JSON is no object; write `{…}`".to_owned())),
        Err(error) => Err(InvalidInput(format!("invalid JSON: {error}"))),
    }
}

fn strings(name: &str, values: Value) -> Result<Vec<String>, InvalidInput> {
    let string = |value| match value {
        Value::String(text) => Ok(text),
        _ => Err(wrong(name, "a string or a list of strings")),
    };
    match values {
        Value::Array(values) => values.into_iter().map(string).collect(),
        value => string(value).map(|text| vec![text]),
    }
}

fn wrong(name: &str, expected: &str) -> InvalidInput {
    InvalidInput(format!("`{name}` is not {expected}; write it as one"))
}
