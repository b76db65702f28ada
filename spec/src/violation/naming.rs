//! How names are spelled where a violation is shown.

use std::fmt::Write;

use crate::case::separated;
use crate::path::{Segment, ValuePath};
use crate::rule::{MemberPath, Root, Step};

/// The spelling of names: the model's, Rust's, the command line's.
pub trait Naming {
    /// A member's name.
    fn member(&self, name: &str) -> String;

    /// A member with a value, as one would write it.
    fn assignment(&self, member: &str, value: &str) -> String {
        format!("{member}: {value:?}")
    }

    /// What to do to let a request break a rule: an imperative.
    fn allowing(&self, rule: &str) -> String {
        format!("allow the rule `{rule}`")
    }

    /// What one does to give a member.
    fn adding(&self) -> &'static str {
        "add"
    }

    /// A shape's name. The input of an operation goes by the name of the operation, which is the model's name for it
    /// without `Request`.
    fn shape(&self, name: &str) -> String {
        name.strip_suffix("Request").unwrap_or(name).to_owned()
    }

    /// The path to a value.
    fn path(&self, path: &ValuePath) -> String {
        let mut text = path.context.map(str::to_owned).unwrap_or_default();
        for segment in &path.segments {
            match segment {
                Segment::Member(name) => push_member(&mut text, &self.member(name)),
                Segment::Index(index) => drop(write!(text, "[{index}]")),
                Segment::Key(key) => drop(write!(text, "[{key:?}]")),
                Segment::HiddenKey => text.push_str("[…]"),
            }
        }
        text
    }

    /// The path that a rule names.
    fn member_path(&self, path: &MemberPath) -> String {
        let mut text = if let Root::Context(name) = path.root { name.to_owned() } else { String::new() };
        for step in path.steps {
            match step {
                Step::Member { name, .. } => push_member(&mut text, &self.member(name)),
                Step::Each | Step::Keys | Step::Placeholders => {}
                Step::Keyed(key) => drop(write!(text, "[{}]", self.member_path(key))),
            }
        }
        text
    }
}

fn push_member(text: &mut String, name: &str) {
    if !text.is_empty() {
        text.push('.');
    }
    text.push_str(name);
}

/// The model's own spelling.
#[derive(Debug, Clone, Copy, Default)]
pub struct ModelNaming;

impl Naming for ModelNaming {
    fn member(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// The spelling of Rust: `integration_http_method`.
#[derive(Debug, Clone, Copy, Default)]
pub struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        separated(name, '_')
    }

    fn allowing(&self, rule: &str) -> String {
        format!("add `allow({rule})`")
    }
}

impl std::fmt::Display for ValuePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&ModelNaming.path(self))
    }
}
