//! Removing secrets from recordings.

use apigw_spec::rule::{PatchTable, Step};
use apigw_spec::secrecy::{REDACTED, Secrecy};
use apigw_spec::{Binding, Kind, Member, Operation, Shape, Target};
use serde_json::Value;

use crate::http::percent::encode;
use crate::testing::unbind::labels;

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

    /// Removes the secrets from the body of a request or a response.
    pub(crate) fn redact_body(&mut self, body: &mut Value, shape: &'static Shape) {
        let members = shape.members();
        if let Some(payload) = members.iter().find(|member| member.binding == Binding::Payload) {
            return match payload.secrecy {
                Secrecy::Whole => *body = Value::Null,
                secrecy => self.redact(body, payload.target, secrecy, None),
            };
        }
        let is_bound = |member: &Member| member.binding == Binding::Body;
        self.redact_members(body, shape, &is_bound, None);
    }

    /// `patched` is the table that a patch operation belongs to; its path says how much of its value is shown.
    fn redact_members(
        &mut self,
        body: &mut Value,
        shape: &'static Shape,
        is_bound: &dyn Fn(&Member) -> bool,
        patched: Option<&'static PatchTable>,
    ) {
        let (parts, own) = (patched.map(|table| table.parts), shape.structure().rules.patch);
        let wire_name = |part: Step| {
            let member = shape.members().iter().find(|member| part.member_name() == Some(member.name));
            member.map(|member| member.wire_name).unwrap_or_default()
        };
        let path = parts.and_then(|parts| body.get(wire_name(parts.path))?.as_str());
        let patched = patched.map(|table| table.secrecy(path.unwrap_or_default()));

        for member in shape.members().iter().filter(|member| is_bound(member)) {
            let Some(value) = body.get_mut(member.wire_name) else { continue };
            let is_patched = parts.and_then(|parts| parts.value.member_name()) == Some(member.name);
            let secrecy = patched.filter(|_| is_patched).unwrap_or(member.secrecy);
            let table = own.filter(|table| table.operations.last_member() == Some(member.name));
            self.redact(value, member.target, secrecy, table);
        }
    }

    fn redact(&mut self, value: &mut Value, target: Target, secrecy: Secrecy, patched: Option<&'static PatchTable>) {
        match (value, target.shape().kind) {
            (Value::Array(items), Kind::List(item)) => {
                for value in items {
                    self.redact(value, item, secrecy, patched);
                }
            }
            (Value::Object(entries), Kind::Map { value: target, .. }) => {
                for (_, value) in entries {
                    self.redact(value, target, secrecy, patched);
                }
            }
            (body @ Value::Object(_), Kind::Structure(_)) if secrecy != Secrecy::Whole => {
                self.redact_members(body, target.shape(), &|_| true, patched);
            }
            (Value::String(text), _) => {
                let shown = secrecy.shown(text).into_owned();
                if shown != *text {
                    self.add(text.trim_matches('\''));
                    *text = shown;
                }
            }
            (Value::Null, _) => {}
            (other, _) if secrecy == Secrecy::Whole => *other = Value::Null,
            _ => {}
        }
    }

    /// The target of a request without its sensitive labels and parameters.
    pub(crate) fn redact_target(&mut self, operation: &'static Operation, target: &str) -> String {
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let sensitive = operation.input.shape().members().iter().filter(|member| member.secrecy.hides());
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
