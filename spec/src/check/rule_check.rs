//! One rule that is checked against one value: the values that its demand reaches, and what is found.

use super::condition::facts;
use super::scope::{Origin, Scope};
use super::walk::{near, walk};
use crate::path::PathNode;
use crate::rule::{MemberPath, Rule, Truth};
use crate::value::Value;
use crate::violation::{Problem, Violation};

/// One rule being checked against one value.
pub(super) struct RuleCheck<'c, 'v> {
    pub(super) rule: &'static Rule,
    pub(super) scope: &'c Scope<'v>,
    pub(super) origin: Origin<'c>,
    pub(super) found: &'c mut Vec<Violation>,
}

impl<'v> RuleCheck<'_, 'v> {
    /// Records that the rule is broken at a place.
    pub(super) fn broken(&mut self, place: &PathNode<'_>, problem: Problem) {
        let mut when = Vec::new();
        facts(&self.rule.when, self.scope, self.origin, &mut when);
        self.found.push(Violation::of_rule(self.rule, place, problem, when));
    }

    pub(super) fn each(&mut self, path: &MemberPath, mut visit: impl FnMut(&mut Self, &PathNode<'_>, Value<'v>)) {
        let (scope, origin) = (self.scope, self.origin);
        if let (Some(value), Some(name)) = (near(path, scope), path.last_member()) {
            return visit(self, &origin.this.member(name), value);
        }
        walk(path, scope, origin, &mut |place, value| visit(self, place, value));
    }

    pub(super) fn texts(&mut self, path: &MemberPath, mut visit: impl FnMut(&mut Self, &PathNode<'_>, &'v str)) {
        self.each(path, |check, place, value| {
            if let Some(text) = text_of(value) {
                visit(check, place, text);
            }
        });
    }

    pub(super) fn given(
        &mut self,
        path: &MemberPath,
        is: fn(Value<'_>) -> Truth,
        broken_if: Truth,
        problem: impl Fn(Value<'_>) -> Problem,
    ) {
        self.each(path, |check, place, value| {
            if is(value) == broken_if {
                check.broken(place, problem(value));
            }
        });
    }
}

/// The text of a value; bytes count if they are text, and booleans by their words.
pub(super) fn text_of(value: Value<'_>) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Boolean(true) => Some("true"),
        Value::Boolean(false) => Some("false"),
        Value::Blob(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}
