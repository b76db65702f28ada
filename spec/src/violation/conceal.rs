//! Leaving secrets out of violations: what a violation quotes of a value is shown as far as its member allows.

use std::borrow::Cow;

use super::problem::{Focus, Known, Problem, Violation};
use crate::path::{Segment, ValuePath};
use crate::secrecy::Secrecy;
use crate::shape::{Kind, Shape};

impl Violation {
    /// Leaves out what may not be shown of the values of a request of `shape`.
    pub(crate) fn conceal_in(&mut self, shape: &Shape) {
        for fact in &mut self.when {
            if let Known::Is(text) = &mut fact.known {
                hide(text, secrecy(shape, &fact.path));
            }
        }
        if self.secrecy.is_none() {
            // The keys of maps are names.
            let secrecy = if self.focus == Focus::Key { Secrecy::Public } else { secrecy(shape, &self.path) };
            self.conceal(secrecy);
        }
    }

    /// Leaves out what may not be shown of the value at fault.
    pub(crate) fn conceal(&mut self, secrecy: Secrecy) {
        self.secrecy = Some(secrecy);
        if !secrecy.hides() {
            return;
        }
        match &mut self.problem {
            Problem::Format { text, error } => {
                error.message = Cow::Owned(secrecy.message(text, &error.message).into_owned());
                hide(text, secrecy);
            }
            Problem::Repeated { text, other } => {
                hide(text, secrecy);
                hide(other, secrecy);
            }
            Problem::Unlisted { text, .. }
            | Problem::Excluded { text }
            | Problem::Pattern { text, .. }
            | Problem::OutOfRange { text, .. }
            | Problem::NotIn { text, .. }
            | Problem::Taken { text, .. } => hide(text, secrecy),
            Problem::Template { text } if secrecy == Secrecy::Whole => hide(text, secrecy),
            _ => {}
        }
    }
}

fn hide(text: &mut String, secrecy: Secrecy) {
    let shown = secrecy.shown(text);
    if *shown != **text {
        *text = shown.into_owned();
    }
}

/// How much may be shown of the value that a path leads to: as much as the members on the way allow.
fn secrecy(shape: &Shape, path: &ValuePath) -> Secrecy {
    if path.context.is_some() {
        return Secrecy::Public;
    }
    let mut kind = shape.kind;
    for segment in &path.segments {
        let target = match (segment, kind) {
            (Segment::Member(name), Kind::Structure(structure) | Kind::Union(structure)) => {
                let Some((_, member)) = structure.member(name) else { return Secrecy::Public };
                if member.secrecy.hides() {
                    return member.secrecy;
                }
                member.target
            }
            (Segment::Index(_), Kind::List(item)) => item,
            (Segment::Key(_) | Segment::HiddenKey, Kind::Map { value, .. }) => value,
            _ => return Secrecy::Public,
        };
        kind = target.shape().kind;
    }
    Secrecy::Public
}
