//! Removing secrets from recordings.

use apigw_spec::{Binding, Kind, Operation, Shape, Target};
use serde_json::Value;

use crate::http::percent::encode;
use crate::testing::unbind::labels;

/// What replaces a secret.
const REDACTED: &str = "REDACTED";

/// Shorter strings are too common to be searched for elsewhere.
const MIN_LEN: usize = 8;

/// The secrets that were found, to be searched for elsewhere.
#[derive(Default)]
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    /// Adds a string that must not be recorded.
    pub(crate) fn add(&mut self, text: &str) {
        if text.len() >= MIN_LEN {
            self.0.push(text.to_owned());
        }
    }

    /// Removes the sensitive members from the body of a request or a response.
    pub(crate) fn redact_body(&mut self, body: &mut Value, shape: &'static Shape) {
        let members = shape.members();
        if let Some(payload) = members.iter().find(|member| member.binding == Binding::Payload) {
            return if payload.sensitive { self.hide(body) } else { self.redact(body, payload.target) };
        }
        for member in members.iter().filter(|member| member.binding == Binding::Body) {
            if let Some(value) = body.get_mut(member.wire_name) {
                if member.sensitive { self.hide(value) } else { self.redact(value, member.target) }
            }
        }
    }

    fn redact(&mut self, value: &mut Value, target: Target) {
        match (value, target.shape().kind) {
            (Value::Array(items), Kind::List(item)) => {
                for value in items {
                    self.redact(value, item);
                }
            }
            (Value::Object(entries), Kind::Map { value: target, .. }) => {
                for (_, value) in entries {
                    self.redact(value, target);
                }
            }
            (Value::Object(members), Kind::Structure(structure)) => {
                for member in structure.members {
                    if let Some(value) = members.get_mut(member.wire_name) {
                        if member.sensitive { self.hide(value) } else { self.redact(value, member.target) }
                    }
                }
            }
            _ => {}
        }
    }

    /// Strings are replaced, other values become null.
    fn hide(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => {
                self.add(text);
                REDACTED.clone_into(text);
            }
            other => *other = Value::Null,
        }
    }

    /// The target of a request without its sensitive labels and parameters.
    pub(crate) fn redact_target(&mut self, operation: &'static Operation, target: &str) -> String {
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let sensitive = operation.input.shape().members().iter().filter(|member| member.sensitive);
        let (mut path, mut query) = (path.to_owned(), query.map(str::to_owned));

        for member in sensitive {
            match (member.binding, &mut query) {
                (Binding::Label, _) => {
                    let found = labels(operation.uri, &path).into_iter().find(|(name, _)| *name == member.name);
                    if let Some((_, text)) = found.filter(|(_, text)| !text.is_empty()) {
                        let mut encoded = String::new();
                        encode(&mut encoded, &text);
                        self.add(&text);
                        path = path
                            .split('/')
                            .map(|part| if part == encoded { REDACTED } else { part })
                            .collect::<Vec<_>>()
                            .join("/");
                    }
                }
                (Binding::Query(name), Some(query)) => {
                    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
                        Some((known, _)) if known == name => format!("{known}={REDACTED}"),
                        _ => pair.to_owned(),
                    });
                    *query = pairs.collect::<Vec<_>>().join("&");
                }
                _ => {}
            }
        }
        query.map_or_else(|| path.clone(), |query| format!("{path}?{query}"))
    }

    /// Removes the secrets from all strings of a document.
    pub(crate) fn redact_strings(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                for secret in self.0.iter().filter(|secret| text.contains(*secret)).cloned().collect::<Vec<_>>() {
                    *text = text.replace(&secret, REDACTED);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.redact_strings(item)),
            Value::Object(members) => members.values_mut().for_each(|value| self.redact_strings(value)),
            _ => {}
        }
    }
}
