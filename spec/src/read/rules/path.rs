//! Paths, as [`MemberPath`] describes how they are written, resolved against the shapes of the model.

use crate::read::ast::{AstMember, Body, Model, Simple, prelude};
use crate::read::error::{Problems, Site, with_nearest};
use crate::read::intern::{intern, leak};
use crate::read::json::Node;
use crate::read::traits::{ENUM, ENUM_VALUE};
use crate::rule::{ContextSlot, MemberPath, Root, Step};

/// Where paths can start.
#[derive(Debug, Clone)]
pub(super) struct Places<'m> {
    pub(super) model: &'m Model,
    /// The structure that the rules hang on.
    pub(super) owner: &'m str,
    /// What a rule checks one by one, if it does not check the structure.
    pub(super) item: Option<Reached>,
    pub(super) contexts: &'m [ContextSlot],
}

/// What a path reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reached {
    /// A value of a shape; of a member that is required or not.
    Shape { id: String, required: bool },
    /// A string that is no value of its own, such as a part of one.
    Text,
}

/// The values that a string can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Listed {
    /// Any.
    Open,
    /// Those of the model; any other value is an error of its own.
    Modeled(Vec<String>),
    /// Those of the documentation.
    Documented(Vec<String>),
}

impl Places<'_> {
    /// The path that a JSON string states, and what it reaches.
    pub(super) fn path(&self, node: &Node<'_>, problems: &mut Problems) -> Option<(MemberPath, Reached)> {
        let text = node.text(Some(self.owner), problems)?;
        self.path_text(text, &node.site, problems)
    }

    /// The path that a string states, and what it reaches.
    pub(super) fn path_text(&self, text: &str, site: &Site, problems: &mut Problems) -> Option<(MemberPath, Reached)> {
        match self.resolve(text) {
            Ok(found) => Some(found),
            Err(reason) => {
                problems.shape(site, self.owner, format!("has a rule with the path `{text}`, but {reason}"));
                None
            }
        }
    }

    fn resolve(&self, text: &str) -> Result<(MemberPath, Reached), String> {
        let (root, mut reached, mut rest) = self.root(text)?;
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (step, below, next) = if let Some(inner) = rest.strip_prefix('[') {
                let close = closing(inner).ok_or("a `[` is not closed")?;
                let (inner, after) = inner.split_at_checked(close).ok_or("a `[` is not closed")?;
                let (step, below) = self.bracket(inner, &reached)?;
                (step, below, after.strip_prefix(']').unwrap_or(after))
            } else {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                let (step, below) = self.member(name, &reached)?;
                (step, below, after)
            };
            reached = below;
            steps.push(step);
            rest = next.strip_prefix('.').unwrap_or(next);
        }
        Ok((MemberPath { root, steps: steps.leak() }, reached))
    }

    fn root<'t>(&self, text: &'t str) -> Result<(Root, Reached, &'t str), String> {
        let owner = Reached::Shape { id: self.owner.to_owned(), required: true };
        if let Some(rest) = text.strip_prefix('^') {
            return Ok((Root::Outer, owner, rest));
        }
        let Some(rest) = text.strip_prefix('$') else {
            let rest = if text == "." { "" } else { text };
            return Ok((Root::This, self.item.clone().unwrap_or(owner), rest));
        };
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let Some(slot) = self.contexts.iter().find(|slot| slot.name == name) else {
            let known = self.contexts.iter().map(|slot| slot.name);
            return Err(with_nearest(format!("there is no context `{name}`"), name, known));
        };
        let reached = Reached::Shape { id: slot.shape.to_owned(), required: false };
        Ok((Root::Context(slot.name), reached, rest.strip_prefix('.').unwrap_or(rest)))
    }

    fn member(&self, name: &str, reached: &Reached) -> Result<(Step, Reached), String> {
        let Reached::Shape { id, .. } = reached else { return Err(format!("a string has no member `{name}`")) };
        let Some(Body::Structure(members) | Body::Union(members)) = self.body(id) else {
            return Err(format!("`{id}` is not a structure, so it has no member `{name}`"));
        };
        let Some(index) = members.iter().position(|member| member.name == name) else {
            let known = members.iter().map(|member| member.name.as_str());
            return Err(with_nearest(format!("`{id}` has no member `{name}`"), name, known));
        };
        let required = members.get(index).is_some_and(is_required);
        let target = members.get(index).map(|member| member.reference.target.clone()).unwrap_or_default();
        Ok((Step::Member { name: intern(name), index }, Reached::Shape { id: target, required }))
    }

    fn bracket(&self, inner: &str, reached: &Reached) -> Result<(Step, Reached), String> {
        let Reached::Shape { id, .. } = reached else { return Err("a string has no parts".to_owned()) };
        let shape = |member: &AstMember| Reached::Shape { id: member.reference.target.clone(), required: false };
        match (inner, self.body(id)) {
            ("", Some(Body::List(member))) => Ok((Step::Each, shape(member))),
            ("", Some(Body::Map(_, value))) => Ok((Step::Each, shape(value))),
            ("keys", Some(Body::Map(key, _))) => Ok((Step::Keys, shape(key))),
            ("placeholders", _) if self.is_text(reached) => Ok((Step::Placeholders, Reached::Text)),
            (key, Some(Body::Map(_, value))) if key.starts_with('=') => {
                let (path, _) = self.resolve(key.trim_start_matches('='))?;
                Ok((Step::Keyed(leak(path)), shape(value)))
            }
            _ => Err(format!("`[{inner}]` means nothing for `{id}`")),
        }
    }

    fn body(&self, id: &str) -> Option<&Body> {
        self.model.shapes.get(id).map(|shape| &shape.body)
    }

    /// Whether what is reached is text.
    pub(super) fn is_text(&self, reached: &Reached) -> bool {
        let Reached::Shape { id, .. } = reached else { return true };
        match self.body(id) {
            Some(Body::Simple(simple)) => matches!(simple, Simple::String | Simple::Blob),
            Some(body) => matches!(body, Body::Enum(_) | Body::Refined(_)),
            None => matches!(prelude(id), Some(Simple::String | Simple::Blob)),
        }
    }

    /// The simple kind of what is reached, if it is simple; enumerations count as strings.
    pub(super) fn simple(&self, reached: &Reached) -> Option<Simple> {
        let Reached::Shape { id, .. } = reached else { return Some(Simple::String) };
        match self.body(id) {
            Some(Body::Simple(simple)) => Some(*simple),
            Some(Body::Enum(_) | Body::Refined(_)) => Some(Simple::String),
            Some(_) => None,
            None => prelude(id),
        }
    }

    /// Whether what is reached is a list or a map.
    pub(super) fn is_collection(&self, reached: &Reached) -> bool {
        let Reached::Shape { id, .. } = reached else { return false };
        matches!(self.body(id), Some(Body::List(_) | Body::Map(..)))
    }

    /// The values that what is reached can have.
    pub(super) fn listed(&self, reached: &Reached) -> Listed {
        let Reached::Shape { id, .. } = reached else { return Listed::Open };
        let Some(shape) = self.model.shapes.get(id) else { return Listed::Open };
        match &shape.body {
            Body::Refined(values) => Listed::Documented(values.clone()),
            Body::Enum(members) => Listed::Modeled(members.iter().map(enum_value).collect()),
            _ => match shape.traits.get(ENUM).and_then(|found| found.value.as_array()) {
                Some(items) => {
                    let values = items.iter().filter_map(|item| item.get("value")?.as_str());
                    Listed::Modeled(values.map(str::to_owned).collect())
                }
                None => Listed::Open,
            },
        }
    }
}

fn enum_value(member: &AstMember) -> String {
    let found = member.traits.get(ENUM_VALUE).and_then(|found| found.value.as_str());
    found.unwrap_or(&member.name).to_owned()
}

fn is_required(member: &AstMember) -> bool {
    member.traits.contains_key(crate::read::traits::REQUIRED)
}

/// Where the bracket that is open before `text` closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}
