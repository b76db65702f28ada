//! The one evaluator: what of a shape's rules a value surely breaks.
//!
//! A value is walked along its shape. On the way the types, enumerations and patterns of the model are checked, then the
//! rules of each structure. Nothing is allocated until something is found, but for
//! more than a few strings that must differ, and nothing is found where a value is
//! [`Opaque`](Value::Opaque): a rule fires only if its condition surely holds and its demand is surely broken.

mod bounds;
mod condition;
mod context;
mod demand;
mod partial;
mod patch;
mod patch_parts;
mod patch_path;
mod patch_value;
mod pattern;
mod rule_check;
mod scope;
mod structure;
mod text_kinds;
mod tree;
mod union;
mod walk;

use std::mem::{Discriminant, discriminant};

use crate::path::{PathNode, ValuePath};
use crate::rule::{MemberPath, builtin};
use crate::shape::Shape;
use crate::value::{Members, Value};
use crate::violation::{Focus, Problem, Violation};

pub use context::{Context, ContextError};

use scope::{Checker, Origin, Scope};

/// Checks `value`, a structure of `shape`, and returns every violation.
///
/// What they quote of values leaves out what the members mark as secret. Violations that the shape alone shows carry the identifiers of [`rule::builtin`](crate::rule::builtin).
pub fn check(shape: &Shape, value: &dyn Members) -> Vec<Violation> {
    check_with(shape, value, &[])
}

/// Checks `value` together with the objects around it, as far as they are given.
pub fn check_with<'v>(shape: &Shape, value: &'v dyn Members, contexts: &'v [Context<'v>]) -> Vec<Violation> {
    let mut checker = Checker { contexts, found: Vec::new() };
    checker.shape(shape, Value::Structure(value), &PathNode::ROOT);

    let mut found = one_each(checker.found);
    for violation in &mut found {
        violation.conceal_in(shape);
    }
    found
}

/// Visits every value that a path into the objects of `around` reaches.
pub(crate) fn reach<'v>(path: &MemberPath, around: &'v [Context<'v>], visit: &mut dyn FnMut(&PathNode<'_>, Value<'v>)) {
    let scope = Scope { this: Value::Absent, outer: Value::Absent, contexts: around };
    walk::walk(path, &scope, Origin { this: &PathNode::ROOT, outer: &PathNode::ROOT }, visit);
}

/// The value that a path into the objects of `around` reaches, or the last of several; absent if there is none.
pub(crate) fn last<'v>(path: &MemberPath, around: &'v [Context<'v>]) -> Value<'v> {
    walk::find(path, &Scope { this: Value::Absent, outer: Value::Absent, contexts: around })
}

/// Keeps one violation for each mistake: warnings that say less about a value than an error of the same kind does, and
/// what a value of another type breaks by that, are dropped.
fn one_each(mut found: Vec<Violation>) -> Vec<Violation> {
    let errors = found.iter().filter(|violation| violation.is_error());
    let errors: Vec<_> =
        errors.map(|error| (error.path.clone(), error.focus, error.rule, discriminant(&error.problem))).collect();

    if !errors.is_empty() {
        found.retain(|violation| {
            let kind = discriminant(&violation.problem);
            let is_said = |error: &(ValuePath, Focus, &str, Discriminant<Problem>)| {
                let is_less = !violation.is_error() && error.3 == kind;
                let is_mistyped = error.2 == builtin::TYPE && violation.rule != builtin::TYPE;
                error.0 == violation.path && error.1 == violation.focus && (is_less || is_mistyped)
            };
            !errors.iter().any(is_said)
        });
    }
    found
}
