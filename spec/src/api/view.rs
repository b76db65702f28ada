//! An API that a JSON document describes.

use serde_json::Value as Json;

use super::parts::parts;
use crate::check::{Context, ContextError};
use crate::document::Document;
use crate::shape::{Kind, Shape};
use crate::spec::Spec;
use crate::value::ToValue;

/// The parts of an API that a document has, by name.
#[derive(Debug, Clone)]
pub struct ApiView<'j>(Vec<(&'static str, Document<'j>)>);

impl<'j> ApiView<'j> {
    /// Reads `{"resources": …, "models": …}`: an object from the names of [`parts`] to what the service answers when
    /// asked for them (`get-resources --embed methods`, `get-models`), or to the bare lists.
    ///
    /// # Errors
    ///
    /// A name that is no part of `requests`, and an answer that is a page of a longer list.
    pub fn read(json: &'j Json, requests: &[&Shape], spec: &Spec) -> Result<Self, ContextError> {
        let parts = parts(requests);
        let mut objects = Vec::new();
        for (name, json) in json.as_object().into_iter().flatten() {
            Context::fit(name, None, &parts)?;
            let Some(part) = parts.iter().find(|part| part.name == name) else { continue };
            let Some(shape) = spec.shape(part.shape) else { continue };
            if matches!(shape.kind, Kind::List(_)) && json.get("position").is_some_and(|token| !token.is_null()) {
                return Err(ContextError::Page { name: name.clone() });
            }
            objects.push((part.name, Document::new(items(json, shape), shape)));
        }
        Ok(Self(objects))
    }

    /// The parts, to be checked.
    pub fn contexts(&self) -> Vec<Context<'_>> {
        self.0.iter().map(|(name, document)| Context { name, value: document.to_value() }).collect()
    }
}

/// The list within an answer of the service, if a list is asked for.
fn items<'j>(json: &'j Json, shape: &Shape) -> &'j Json {
    match (json, shape.kind) {
        (Json::Object(answer), Kind::List(_)) => answer.values().find(|value| value.is_array()).unwrap_or(json),
        _ => json,
    }
}
