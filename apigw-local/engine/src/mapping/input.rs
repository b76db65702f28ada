//! `$input`.

use std::cell::OnceCell;

use super::parameters::Parameters;
use crate::java::display::{MAX_TEXT, push_json};
use crate::java::failure::JavaFailure;
use crate::java::shared_text::SharedText;
use crate::java::value::{Object, Value};
use crate::json::{self, DocumentPart, JsonDocument};
use crate::jsonpath::{self, PathError, PlainStep, PlainSteps};

/// The body and the parameters of a request; in the template of a response, the body of the backend's answer.
pub(super) struct Input {
    body: SharedText,
    parameters: Parameters,
    document: OnceCell<Option<JsonDocument>>,
    /// The whole document as a value, which is never changed.
    whole: OnceCell<Value>,
}

/// Where a path leads in a document.
enum Followed<'d> {
    /// To a part of it.
    To(DocumentPart<'d>),
    /// To nothing.
    Nowhere,
    /// The path has other steps than members and elements, and has to be read as a whole.
    NotAtAll,
}

impl Input {
    /// An empty body reads as an empty object.
    pub(super) fn new(body: &str, parameters: Parameters) -> Self {
        let body = if body.is_empty() { "{}" } else { body };
        Self { body: body.into(), parameters, document: OnceCell::new(), whole: OnceCell::new() }
    }

    fn document(&self) -> Option<&JsonDocument> {
        let read = || json::read(&self.body).ok().filter(|document| !document.root().is_null());
        self.document.get_or_init(read).as_ref()
    }

    /// A value that is the template's own: what it changes is not seen by the next call.
    fn value(&self, path: &str) -> Result<Value, JavaFailure> {
        let Some(document) = self.document_for(path)? else { return Ok(Value::Null) };
        match follow(path, document) {
            Followed::To(part) => Ok(part.value()),
            Followed::Nowhere => Ok(Value::Null),
            Followed::NotAtAll => walk(path, &document.value()),
        }
    }

    fn push_json(&self, path: &str, out: &mut String) -> Result<(), JavaFailure> {
        let Some(document) = self.document_for(path)? else {
            out.push_str("\"\"");
            return Ok(());
        };
        let value = match follow(path, document) {
            Followed::To(part) if part.is_null() => Value::Null,
            Followed::To(part) => {
                let before = out.len();
                if part.push_json(out) {
                    return if out.len() - before > MAX_TEXT { Err(JavaFailure::Size) } else { Ok(()) };
                }
                out.truncate(before);
                part.value()
            }
            Followed::Nowhere => Value::Null,
            Followed::NotAtAll => walk(path, self.whole.get_or_init(|| document.value()))?,
        };
        if value.is_null() {
            out.push_str("\"\"");
            return Ok(());
        }
        push_json(&value, out, &mut |_, _| Ok(()))
    }

    /// The document, unless there is none or it is null.
    fn document_for(&self, path: &str) -> Result<Option<&JsonDocument>, JavaFailure> {
        if path.is_empty() {
            return Err(JavaFailure::thrown("the path is empty; write `$`"));
        }
        Ok(self.document())
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
            ("path", [Value::Text(path)]) => self.value(path)?,
            ("json", [Value::Text(path)]) => {
                let mut text = String::new();
                self.push_json(path, &mut text)?;
                Value::text(text)
            }
            ("path" | "json", [Value::Null]) => return Err(JavaFailure::thrown("the path is missing; write `$`")),
            ("params", []) => self.all_parameters(),
            ("params", [Value::Text(name)]) => Value::text(self.parameters.first(name).unwrap_or("")),
            ("getBody", []) => Value::Text(self.body.clone()),
            _ => return Ok(None),
        }))
    }

    fn push(&self, method: &str, arguments: &[Value], out: &mut String) -> Result<bool, JavaFailure> {
        match (method, arguments) {
            ("json", [Value::Text(path)]) => self.push_json(path, out).map(|()| true),
            ("params", [Value::Text(name)]) => {
                out.push_str(self.parameters.first(name).unwrap_or(""));
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn property(&self, name: &str) -> Option<Value> {
        (name == "body").then(|| Value::Text(self.body.clone()))
    }
}

/// What a path of members and elements leads to.
fn follow<'d>(path: &str, document: &'d JsonDocument) -> Followed<'d> {
    let Some(steps) = PlainSteps::of(path) else { return Followed::NotAtAll };
    let mut at = Some(document.root());
    for step in steps {
        at = match step {
            Ok(PlainStep::Member(name)) => at.and_then(|part| part.member(name)),
            Ok(PlainStep::Element(index)) => at.and_then(|part| part.element(index)),
            Err(_) => return Followed::NotAtAll,
        };
    }
    at.map_or(Followed::Nowhere, Followed::To)
}

/// What any path leads to.
fn walk(path: &str, document: &Value) -> Result<Value, JavaFailure> {
    match jsonpath::read(path, document) {
        Ok(value) => Ok(value),
        Err(PathError::Nothing) => Ok(Value::Null),
        Err(PathError::Thrown(message)) => Err(JavaFailure::thrown(message)),
    }
}
