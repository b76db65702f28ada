//! Judging what a call gives, and bringing each violation back to the user's tokens.

use std::fmt::Write as _;

use apigw_spec::Shape;
use apigw_spec::rule::builtin;
use apigw_spec::violation::{Problem, Violation};
use proc_macro2::Span;

use super::allow::Allow;
use super::given::Given;
use super::naming::RustNaming;
use crate::diagnostics::Diagnostics;

/// Reports every violation of `given` at its narrowest token, as an error or a warning, unless it is allowed there or
/// by `outer`. `owner` is the name to show for the input, and where a member that is missing is reported.
pub(crate) fn judge(
    shape: &'static Shape,
    owner: (&'static str, Span),
    given: &Given,
    outer: &[Allow],
    diagnostics: &mut Diagnostics,
) {
    let Some(members) = given.known.members() else { return };
    for mut violation in apigw_spec::check(shape, members) {
        if allowed(&violation, given, outer) {
            continue;
        }
        if violation.path.segments.is_empty()
            && let Problem::MissingMembers { shape, .. } = &mut violation.problem
        {
            *shape = owner.0;
        }
        if violation.rule == builtin::TYPE {
            given.leave_out(&violation.path.segments);
        }
        let span = span(&violation, owner.1, given);
        let message = violation.render(&RustNaming);
        let message = message + &notes(&violation, given);
        if violation.is_error() {
            diagnostics.error(span, message);
        } else {
            diagnostics.warning(span, violation.rule, message);
        }
    }
    // What is wrong may be why an allow has nothing to allow.
    if !diagnostics.has_errors() {
        report_unused(given, outer, diagnostics);
    }
}

/// The lines below a message: the rule to look up or to allow, and where in a text the problem is. Stable Rust cannot
/// underline a part of a literal.
fn notes(violation: &Violation, given: &Given) -> String {
    let mut notes = String::new();
    // What the shape alone shows is no rule that a caller would look up or allow.
    if ![builtin::REQUIRED, builtin::ENUM, builtin::TYPE, builtin::PATTERN].contains(&violation.rule) {
        notes = format!("\n= rule: {}", violation.rule);
    }
    let text = given.text(&violation.path.segments, violation.focus);
    let before = violation.span.and_then(|(offset, _)| text?.get(..offset)).filter(|before| !before.is_empty());
    if let Some(before) = before {
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let _ = write!(notes, "\n= in the text: line {line}, column {column}");
    }
    notes
}

fn allowed(violation: &Violation, given: &Given, outer: &[Allow]) -> bool {
    let inner = given.allows_along(&violation.path);
    let allow = inner.into_iter().rev().chain(outer).find(|allow| allow.rule == violation.rule);
    if let Some(allow) = allow {
        allow.used.set(true);
    }
    allow.is_some()
}

/// The value that is wrong; for a member that is missing, the value that makes it necessary, or else the owner.
fn span(violation: &Violation, owner: Span, given: &Given) -> Span {
    let located = |segments: &[apigw_spec::path::Segment]| given.find(segments, violation.focus);
    if let Some(span) = located(&violation.path.segments) {
        return span;
    }
    let cause = violation.when.iter().find_map(|fact| located(&fact.path.segments));
    let above = violation.path.segments.split_last().and_then(|(_, above)| located(above));
    match &violation.problem {
        Problem::Missing | Problem::MissingOneOf { .. } => cause.or(above),
        _ => above,
    }
    .unwrap_or(owner)
}

fn report_unused(given: &Given, outer: &[Allow], diagnostics: &mut Diagnostics) {
    for allow in given.allows().into_iter().chain(outer) {
        if !allow.used.get() {
            let message = format!("`allow({})` allows nothing here; remove it", allow.rule);
            diagnostics.warning(allow.span, "unused-allow", message);
        }
    }
}
