//! Checking what a call writes down, and bringing each violation back to the user's tokens.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::rule::builtin;
use apigw_spec::suggest::nearest;
use apigw_spec::violation::{Naming, Problem, RustNaming, Violation};
use apigw_spec::{Member, Shape, Spec};
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;

use super::allow::Allow;
use super::ast::{Fields, IncludedFile, Literal};
use super::position;
use crate::diagnostics::Diagnostics;
use crate::names;

/// The positions of the members that are left out of the expansion, because what is wrong with them was reported.
pub(crate) type Omitted = BTreeSet<usize>;

/// The member that a name means. A name that is near to one is reported and taken for it.
pub(crate) fn find_member(
    shape: &Shape,
    ident: &Ident,
    owner: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<(usize, &'static Member)> {
    let wanted = ident.unraw().to_string();
    let at = |position: usize| shape.members().get(position).map(|member| (position, member));
    if let Some(position) = names::position(shape, &wanted) {
        return at(position);
    }

    let violation = Violation::unknown_member(ValuePath::default(), &wanted, owner, &shape.structure());
    diagnostics.error(ident.span(), violation.render(&MemberNaming(shape)));
    let Problem::UnknownMember { nearest: Some(near), .. } = violation.problem else { return None };
    at(shape.members().iter().position(|member| member.name == near)?)
}

/// The names of a structure's members in Rust, which may differ from their words: a builder has methods of its own.
struct MemberNaming<'a>(&'a Shape);

impl Naming for MemberNaming<'_> {
    fn member(&self, name: &str) -> String {
        let index = self.0.members().iter().position(|member| member.name == name);
        let ident = index.and_then(|index| names::member(self.0, index));
        ident.map_or_else(|| RustNaming.member(name), |ident| ident.unraw().to_string())
    }

    fn allowing(&self, rule: &str) -> String {
        RustNaming.allowing(rule)
    }
}

/// Reports every violation of `fields` at its narrowest token, as an error or a warning, unless it is allowed there or
/// by `outer`. `owner` is the name to show for the structure, and where a member that is missing is reported.
pub(crate) fn check(
    (spec, shape): (&Spec, &Shape),
    owner: (&'static str, Span),
    fields: &Fields,
    outer: &[Allow],
    diagnostics: &mut Diagnostics,
) -> Omitted {
    let mut omitted = report_unreadable(fields, diagnostics);
    let mut used: Vec<&Allow> = Vec::new();
    for mut violation in apigw_spec::check(shape, fields) {
        if let Some(allow) = allowing(&violation, fields, outer) {
            used.push(allow);
            continue;
        }

        if violation.path.segments.is_empty()
            && let Problem::MissingMembers { shape, .. } = &mut violation.problem
        {
            *shape = owner.0;
        }
        if violation.rule == builtin::TYPE {
            omitted.extend(fields.first(&violation.path.segments).map(|field| field.index));
        }

        let span = span(&violation, owner.1, fields);
        let naming: &dyn Naming = if violation.path.segments.len() < 2 { &MemberNaming(shape) } else { &RustNaming };
        let message = violation.render(naming) + &notes(&violation, fields);
        if violation.is_error() {
            diagnostics.error(span, message);
        } else {
            diagnostics.warning(span, violation.rule, message);
        }
    }

    report_unused(spec, fields, outer, &used, diagnostics);
    omitted
}

/// The lines below a message: the rule to look up or to allow, and where in a string the problem is. Stable Rust cannot
/// underline a part of a literal.
fn notes(violation: &Violation, fields: &Fields) -> String {
    let mut notes = String::new();
    // What the shape alone shows is no rule that a caller would look up or allow.
    if ![builtin::REQUIRED, builtin::ENUM, builtin::TYPE, builtin::PATTERN].contains(&violation.rule) {
        notes = format!("\n= rule: {}", violation.rule);
    }
    if matches!(violation.problem, Problem::Type { expected: "a list", .. })
        && let Some(list) = fields.in_brackets(&violation.path.segments)
    {
        let _ = write!(notes, "\n= write `{list}`");
    }
    if let Some(value) = fields.at(&violation.path.segments, violation.focus) {
        notes += &place(violation, value);
    }
    notes
}

/// The line that says where in a string or file the problem is.
fn place(violation: &Violation, value: &Literal) -> String {
    let offset = violation.span.map(|(offset, _)| offset);
    match (offset, &value.file) {
        (None, Some(IncludedFile::Read(file))) => return format!("\n= in `{file}`"),
        // It begins where the compiler marks it.
        (None | Some(0), None) => return String::new(),
        _ => {}
    }
    let offset = offset.unwrap_or_default();
    if let Some(place) = position::of(value, offset) {
        return format!("\n= at {place}");
    }
    let in_text = value.text().and_then(|text| position::in_text(text, offset));
    in_text.map_or_else(String::new, |(line, column)| format!("\n= in the text: line {line}, column {column}"))
}

/// Reports every file that cannot be read, and gives the members that are left out for it: the compiler would say it
/// again.
fn report_unreadable(fields: &Fields, diagnostics: &mut Diagnostics) -> Omitted {
    let mut omitted = Omitted::new();
    for field in fields.unconditional() {
        field.value.each(&mut |value| {
            if let Some(IncludedFile::Unreadable(message)) = &value.file {
                diagnostics.error(value.span, message);
                omitted.insert(field.index);
            }
        });
    }
    omitted
}

/// The innermost allow of a violation's rule on the way to its place.
fn allowing<'a>(violation: &Violation, fields: &'a Fields, outer: &'a [Allow]) -> Option<&'a Allow> {
    let inner = fields.allows_along(&violation.path);
    inner.into_iter().rev().chain(outer).find(|allow| allow.rule == violation.rule)
}

/// The value that is wrong; for a member that is missing, the value that makes it necessary, or else the owner.
fn span(violation: &Violation, owner: Span, fields: &Fields) -> Span {
    let located = |segments: &[Segment]| match segments {
        [] => Some(owner),
        segments => fields.span(segments, violation.focus),
    };
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

/// Reports every allow that allows nothing: an error if there is no such rule.
fn report_unused(spec: &Spec, fields: &Fields, outer: &[Allow], used: &[&Allow], diagnostics: &mut Diagnostics) {
    // What else is wrong may be why an allow has nothing to allow.
    let has_errors = diagnostics.has_errors();
    for allow in fields.allows().into_iter().chain(outer) {
        if used.iter().any(|other| std::ptr::eq(*other, allow)) {
            continue;
        }
        let known = rules(spec);
        if known.contains(allow.rule.as_str()) {
            if !has_errors {
                let message = format!("`allow({})` allows nothing here; remove it", allow.rule);
                diagnostics.warning(allow.span.0, "unused-allow", message);
            }
            continue;
        }
        let remedy = match nearest(&allow.rule, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`apigw rules` lists the rules".to_owned(),
        };
        diagnostics.error_between(allow.span, format!("no rule `{}`; {remedy}", allow.rule));
    }
}

/// Every rule that there is.
fn rules(spec: &Spec) -> BTreeSet<&'static str> {
    let written = spec.shapes.iter().flat_map(|shape| shape.structure().rules.rules).map(|rule| rule.id);
    written.chain(builtin::ALL.iter().copied()).collect()
}
