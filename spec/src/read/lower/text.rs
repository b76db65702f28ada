//! Strings: their listed values and patterns; and the strings about shapes, which are documentation and deprecations.

use std::collections::BTreeMap;

use super::resolved::{ResolvedText, ResolvedValues};
use crate::read::ast::{AstMember, AstShape, Body, Model, Traits};
use crate::read::error::Problems;
use crate::read::pattern;
use crate::read::traits::{DEPRECATED, DOCUMENTATION, ENUM, ENUM_VALUE, PATTERN};

/// What is known about the content of a string shape.
pub(super) fn lower(shape: &AstShape, date: Option<&str>, problems: &mut Problems) -> ResolvedText {
    let values = match &shape.body {
        Body::Enum(members) => Some(ResolvedValues::Modeled(enum_values(shape, members, problems))),
        Body::Refined(values) => Some(ResolvedValues::Documented(values.clone())),
        _ => old_enum_values(shape, problems).map(ResolvedValues::Modeled),
    };
    let is_modeled = matches!(values, Some(ResolvedValues::Modeled(_)));
    let dated = date.filter(|_| is_modeled).map(str::to_owned);
    ResolvedText { values, pattern: lower_pattern(shape, problems), dated }
}

fn lower_pattern(shape: &AstShape, problems: &mut Problems) -> Option<String> {
    let found = shape.traits.get(PATTERN)?;
    let text = found.node().text(Some(&shape.id), problems)?;
    if let Err(reason) = pattern::check(text) {
        problems.shape(&found.site, &shape.id, format!("has the pattern `{text}`, which {reason}"));
    }
    Some(text.to_owned())
}

/// The value of an enumeration's member: its `enumValue`, or its name.
fn enum_value<'m>(member: &'m AstMember, problems: &mut Problems) -> Option<&'m str> {
    match member.traits.get(ENUM_VALUE) {
        None => Some(&member.name),
        Some(found) => found.node().text(Some(&member.id), problems),
    }
}

fn enum_values(shape: &AstShape, members: &[AstMember], problems: &mut Problems) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for member in members {
        let Some(value) = enum_value(member, problems) else { continue };
        let site = member.traits.get(ENUM_VALUE).map_or(&member.site, |found| &found.site);
        if value.is_empty() {
            problems.shape(site, &member.id, "has an empty value");
        } else if values.iter().any(|before| before == value) {
            problems.shape(site, &member.id, format!("repeats the value `{value}`"));
        } else {
            values.push(value.to_owned());
        }
    }
    if members.is_empty() {
        problems.shape(&shape.site, &shape.id, "is an enumeration without values");
    }
    values
}

/// The values of the `enum` trait of Smithy 1.0, a list of `{ "value": … }`.
fn old_enum_values(shape: &AstShape, problems: &mut Problems) -> Option<Vec<String>> {
    let found = shape.traits.get(ENUM)?;
    let id = shape.id.as_str();
    let mut values: Vec<String> = Vec::new();
    for item in found.node().items(Some(id), problems) {
        let Some(value) = item.required_text("value", Some(id), problems) else { continue };
        if values.iter().any(|before| before == value) {
            problems.shape(&item.site, id, format!("repeats the value `{value}`"));
        } else {
            values.push(value.to_owned());
        }
    }
    Some(values)
}

/// The documentation and the deprecations of a model, by identifier. Members of enumerations go by their value.
pub(super) fn notes(model: &Model, problems: &mut Problems) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let mut notes = Notes::default();
    for shape in model.shapes.values() {
        notes.take(&shape.id, &shape.traits, problems);
        match &shape.body {
            Body::Structure(members) | Body::Union(members) => {
                for member in members {
                    notes.take(&member.id, &member.traits, problems);
                }
            }
            Body::Enum(members) => {
                for member in members {
                    // A bad value is reported with the shape, hence the problems that are dropped.
                    let value = enum_value(member, &mut Problems::default()).unwrap_or(&member.name);
                    notes.take(&format!("{}${value}", shape.id), &member.traits, problems);
                }
            }
            _ => {}
        }
    }
    (notes.documentation, notes.deprecations)
}

#[derive(Default)]
struct Notes {
    documentation: BTreeMap<String, String>,
    deprecations: BTreeMap<String, String>,
}

impl Notes {
    fn take(&mut self, id: &str, traits: &Traits, problems: &mut Problems) {
        if let Some(found) = traits.get(DOCUMENTATION)
            && let Some(text) = found.node().text(Some(id), problems)
        {
            self.documentation.insert(id.to_owned(), text.to_owned());
        }
        if let Some(found) = traits.get(DEPRECATED)
            && found.node().object(Some(id), problems).is_some()
        {
            let mut text = |key: &str| found.node().get(key).and_then(|found| found.text(Some(id), problems));
            let (message, since) = (text("message").unwrap_or_default(), text("since"));
            let advice = match since {
                Some(since) if message.is_empty() => format!("since {since}"),
                Some(since) => format!("{message} (since {since})"),
                None => message.to_owned(),
            };
            self.deprecations.insert(id.to_owned(), advice);
        }
    }
}
