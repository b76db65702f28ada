//! Parts of a definition as JSON.

use apigw_spec::value::shown;
use serde_json::{Map, Value as Json};

use super::file_api::UnknownValue;
use super::fill::Fill;
use crate::definition::{DefinitionPart, PartFields, PartValue};
use crate::read::SourceSpan;

/// A conversion, with what it has found to be unknown.
pub(super) struct JsonConversion<'f> {
    fill: &'f Fill,
    path: Vec<String>,
    unknown: Vec<UnknownValue>,
}

impl<'f> JsonConversion<'f> {
    pub(super) fn new(fill: &'f Fill) -> Self {
        Self { fill, path: Vec::new(), unknown: Vec::new() }
    }

    /// A part with its name.
    pub(super) fn part(&mut self, name: &str, part: &DefinitionPart) -> Json {
        self.path.push(name.to_owned());
        let value = self.value(part);
        self.path.pop();
        value
    }

    /// What is unknown.
    pub(super) fn finish(self) -> Vec<UnknownValue> {
        self.unknown
    }

    fn value(&mut self, part: &DefinitionPart) -> Json {
        match &part.value {
            PartValue::Opaque => self.unknown(part.span(), String::new()),
            PartValue::Null => Json::Null,
            PartValue::Boolean(value) => (*value).into(),
            PartValue::Integer(value) => (*value).into(),
            PartValue::Double(value) => (*value).into(),
            PartValue::Text(text) => (&**text).into(),
            PartValue::Partial(parts) => match self.fill.text(parts) {
                Some(text) => text.into(),
                None => self.unknown(part.span(), shown(parts)),
            },
            PartValue::List(items) => {
                items.0.iter().enumerate().map(|(index, item)| self.part(&index.to_string(), item)).collect()
            }
            PartValue::Map(fields) | PartValue::Structure(fields) => self.object(fields, part.span()),
        }
    }

    fn object(&mut self, fields: &PartFields, span: SourceSpan) -> Json {
        let mut object = Map::new();
        for (name, part) in fields.known() {
            object.insert(name.to_owned(), self.part(name, part));
        }
        if fields.is_open() {
            self.unknown(span, String::new());
        }
        Json::Object(object)
    }

    fn unknown(&mut self, span: SourceSpan, shown: String) -> Json {
        self.unknown.push(UnknownValue { path: self.path.clone(), span, shown });
        Json::Null
    }
}
