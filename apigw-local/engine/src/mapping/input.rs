//! `$input`.

use std::cell::OnceCell;
use std::rc::Rc;

use super::parameters::Parameters;
use crate::java::display::push_json;
use crate::java::failure::JavaFailure;
use crate::java::value::{Object, Value};
use crate::json;
use crate::jsonpath::{self, PathError};

/// The body and the parameters of a request; in the template of a response, the body of the backend's answer.
pub(super) struct Input {
    body: Rc<str>,
    parameters: Parameters,
    document: OnceCell<Option<Value>>,
}

impl Input {
    /// An empty body reads as an empty object.
    pub(super) fn new(body: &str, parameters: Parameters) -> Self {
        let body = if body.is_empty() { "{}" } else { body };
        Self { body: body.into(), parameters, document: OnceCell::new() }
    }

    fn document(&self) -> Option<&Value> {
        self.document.get_or_init(|| json::read(&self.body).ok()).as_ref()
    }

    fn at(document: Option<&Value>, path: &str) -> Result<Value, JavaFailure> {
        if path.is_empty() {
            return Err(JavaFailure::thrown("the path is empty; write `$`"));
        }
        let Some(document) = document.filter(|document| !document.is_null()) else { return Ok(Value::Null) };
        match jsonpath::read(path, document) {
            Ok(value) => Ok(value),
            Err(PathError::Nothing) => Ok(Value::Null),
            Err(PathError::Thrown(message)) => Err(JavaFailure::thrown(message)),
        }
    }

    fn all_parameters(&self) -> Value {
        let text = |text: &String| Value::text(text.as_str());
        let last = |values: &Vec<String>| values.last().map_or_else(Value::empty, text);
        let path = self.parameters.paths().iter().map(|(name, value)| (text(name), text(value)));
        let query = self.parameters.queries().iter().map(|(name, values)| (text(name), last(values)));
        let header = self.parameters.headers().iter().map(|(name, values)| (text(name), last(values)));
        Value::map([
            (Value::text("path"), Value::map(path)),
            (Value::text("querystring"), Value::map(query)),
            (Value::text("header"), Value::map(header)),
        ])
    }
}

impl Object for Input {
    fn call(&self, method: &str, arguments: &[Value]) -> Result<Option<Value>, JavaFailure> {
        Ok(Some(match (method, arguments) {
            // The value is the template's own: what it changes is not seen by the next call.
            ("path", [Value::Text(path)]) => Self::at(json::read(&self.body).ok().as_ref(), path)?,
            ("json", [Value::Text(path)]) => {
                let value = Self::at(self.document(), path)?;
                let mut text = String::new();
                if value.is_null() {
                    text.push_str("\"\"");
                } else {
                    push_json(&value, &mut text, &mut |_, _| Ok(()))?;
                }
                Value::text(text)
            }
            ("path" | "json", [Value::Null]) => return Err(JavaFailure::thrown("the path is missing; write `$`")),
            ("params", []) => self.all_parameters(),
            ("params", [Value::Text(name)]) => Value::text(self.parameters.first(name).unwrap_or("")),
            ("getBody", []) => Value::Text(Rc::clone(&self.body)),
            _ => return Ok(None),
        }))
    }

    fn property(&self, name: &str) -> Option<Value> {
        (name == "body").then(|| Value::Text(Rc::clone(&self.body)))
    }
}
