//! The walk along a shape: types, enumerations, patterns and required members, then the rules of each structure.

use super::condition::{contains, filled, given, truth};
use super::scope::{Checker, Origin, Scope};
use super::walk::{self, same, walk};
use super::{partial, pattern};
use crate::binding::Binding;
use crate::path::PathNode;
use crate::rule::{Demand, MemberPath, Root, Rule, Step, Truth, builtin};
use crate::shape::{Kind, Shape, Structure, Target, Text, Values};
use crate::value::{Entries, Members, Sequence, TextPart, Value, shown};
use crate::violation::{Problem, Violation};

impl<'v> Checker<'v> {
    /// Checks one value by its shape.
    pub(super) fn shape(&mut self, shape: &Shape, value: Value<'v>, place: &PathNode<'_>) {
        match (shape.kind, value) {
            (Kind::String(text), Value::Partial(parts)) => self.partial(shape, &text, parts, place),
            (Kind::Document, _) | (_, Value::Absent | Value::Opaque | Value::Partial(_) | Value::Null) => {}
            (Kind::Structure(structure), Value::Structure(members)) => {
                self.structure(shape, &structure, members, place);
            }
            (Kind::Union(union), Value::Structure(members)) => {
                self.union(shape, &union, members, place);
                self.structure(shape, &union, members, place);
            }
            (Kind::List(item), Value::List(list)) => {
                for index in 0..Sequence::len(list) {
                    self.shape(item.shape(), Sequence::get(list, index), &place.index(index));
                }
            }
            (Kind::Map { key, value }, Value::Map(map)) => self.map(key, value, map, place),
            (Kind::String(text), Value::Text(found)) => self.text(shape, &text, found, place),
            (kind, value) if fits(&kind, value) => {}
            (kind, value) => {
                let problem = Problem::Type { expected: expected(&kind), found: found(&kind, value) };
                self.found.push(Violation::of_shape(builtin::TYPE, place, problem));
            }
        }
    }

    fn map(&mut self, key: Target, target: Target, map: &'v dyn Entries, place: &PathNode<'_>) {
        Entries::visit(map, &mut |name, value| {
            let text = if let Value::Text(text) = name { Some(text) } else { None };
            self.shape(key.shape(), name, &place.key_itself(text));
            self.shape(target.shape(), value, &place.key(text));
        });
    }

    fn text(&mut self, shape: &Shape, text: &Text, found: &str, place: &PathNode<'_>) {
        let unlisted = |values: &[&str]| !contains(values, found, false);
        match text.values {
            Values::Modeled(values) if unlisted(values) => {
                let shape = Some(shape.name());
                let problem = Problem::Unlisted { text: found.to_owned(), listed: values, shape, dated: text.dated };
                self.found.push(Violation::of_shape(builtin::ENUM, place, problem));
            }
            _ => {}
        }
        let Some(expression) = text.pattern else { return };
        if pattern::matches(expression, found) == Some(false) {
            let problem = Problem::Pattern { text: found.to_owned(), pattern: expression, shape: shape.name() };
            self.found.push(Violation::of_shape(builtin::PATTERN, place, problem));
        }
    }

    /// Checks a string of which parts are known: whether any of the listed values can be what it is.
    fn partial(&mut self, shape: &Shape, text: &Text, parts: &[TextPart], place: &PathNode<'_>) {
        if let Values::Modeled(values) = text.values
            && !values.iter().any(|value| partial::may_be(parts, value, false))
        {
            let problem =
                Problem::Unlisted { text: shown(parts), listed: values, shape: Some(shape.name()), dated: None };
            self.found.push(Violation::of_shape(builtin::ENUM, place, problem));
        }
    }

    fn structure(&mut self, shape: &Shape, structure: &Structure, members: &'v dyn Members, place: &PathNode<'_>) {
        let mut missing = Vec::new();
        for (index, member) in structure.members.iter().enumerate() {
            match Members::member(members, index, member.name) {
                Value::Absent | Value::Null if member.required => missing.push(member.name),
                Value::Absent => {}
                value => {
                    let place = place.member(member.name);
                    if let (Binding::Label, Some(text)) = (member.binding, no_label(value)) {
                        self.found.push(Violation::of_shape(builtin::LABEL, &place, Problem::Label { text }));
                    }
                    self.shape(member.target.shape(), value, &place);
                }
            }
        }

        if !missing.is_empty() {
            let problem = Problem::MissingMembers { shape: shape.name(), names: missing };
            self.found.push(Violation::of_shape(builtin::REQUIRED, place, problem));
        }

        let this = Value::Structure(members);
        let scope = Scope { this, outer: this, contexts: self.contexts };
        for rule in structure.rules.rules {
            self.rule(rule, &scope, Origin { this: place, outer: place });
        }
        if let Some(table) = structure.rules.patch {
            self.patch(table, &scope, Origin { this: place, outer: place });
        }
    }

    pub(super) fn rule(&mut self, rule: &'static Rule, scope: &Scope<'v>, origin: Origin<'_>) {
        if rule.contexts.iter().any(|name| scope.contexts.iter().all(|context| !same(context.name, name))) {
            return;
        }
        let Some(each) = &rule.each else { return self.rule_on(rule, scope, origin) };
        let (outer, contexts) = (scope.this, scope.contexts);
        let outer_place = origin.this;
        walk(each, scope, origin, &mut |place, this| {
            if !matches!(this, Value::Opaque) {
                let scope = Scope { this, outer, contexts };
                self.rule_on(rule, &scope, Origin { this: place, outer: outer_place });
            }
        });
    }

    fn rule_on(&mut self, rule: &'static Rule, scope: &Scope<'v>, origin: Origin<'_>) {
        if !is_met(&rule.demand, scope) && truth(&rule.when, scope) == Truth::True {
            self.demand(rule, scope, origin);
        }
    }
}

/// Whether a look at the member that a demand is made of shows that it is met, whatever the condition: the cheapest way
/// to be done with most rules, whose members are not given or are as they should be.
fn is_met(demand: &Demand, scope: &Scope<'_>) -> bool {
    let first = |path: &MemberPath| match (path.root, path.steps) {
        (Root::This, [Step::Member { name, index }, rest @ ..]) => {
            Some((walk::member(scope.this, *index, name), rest.is_empty()))
        }
        _ => None,
    };

    let absent = |path| matches!(first(path), Some((Value::Absent, _)));
    match demand {
        Demand::Require(path) => matches!(first(path), Some((value, true)) if given(value) == Truth::True),
        Demand::NonEmpty(path) => matches!(first(path), Some((value, true)) if filled(value) == Truth::True),
        Demand::OneOf { path, values, ignore_case } => match first(path) {
            Some((Value::Text(text), true)) => contains(values, text, *ignore_case),
            found => matches!(found, Some((Value::Absent, _))),
        },
        Demand::Forbid(path)
        | Demand::NoneOf { path, .. }
        | Demand::Range { path, .. }
        | Demand::Length { path, .. }
        | Demand::Count { path, .. }
        | Demand::Format { path, .. }
        | Demand::Arn { path, .. }
        | Demand::Contains { path, .. }
        | Demand::Characters { path, .. }
        | Demand::In { path, .. }
        | Demand::NotIn { path, .. }
        | Demand::Unique { path, .. }
        | Demand::Template(path) => absent(path),
        Demand::RequireOneOf(_) | Demand::AtMostOneOf(_) | Demand::Tree(_) => false,
    }
}

/// The string, if it cannot be a segment of a path: it would name another resource, or none.
fn no_label(value: Value<'_>) -> Option<&'static str> {
    let Value::Text(text) = value else { return None };
    if text.len() > 2 {
        return None;
    }
    ["", ".", ".."].into_iter().find(|other| *other == text)
}

/// Whether a scalar is of a kind. Strings stand in for bytes and moments, which documents write as text.
fn fits(kind: &Kind, value: Value<'_>) -> bool {
    match (kind, value) {
        (Kind::Boolean, Value::Boolean(_))
        | (Kind::Long, Value::Integer(_))
        | (Kind::Double, Value::Double(_) | Value::Integer(_) | Value::Text("NaN" | "Infinity" | "-Infinity"))
        | (Kind::Blob, Value::Blob(_) | Value::Text(_))
        | (Kind::Timestamp(_), Value::Timestamp(_) | Value::Text(_) | Value::Integer(_) | Value::Double(_)) => true,
        (Kind::Integer, Value::Integer(value)) => i32::try_from(value).is_ok(),
        _ => false,
    }
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Boolean => "a boolean",
        Kind::Integer => "a 32-bit integer",
        Kind::Long => "an integer",
        Kind::Double => "a number",
        Kind::Timestamp(_) => "a timestamp",
        Kind::Blob => "bytes",
        Kind::String(_) => "a string",
        Kind::List(_) => "a list",
        Kind::Map { .. } => "a map",
        Kind::Structure(_) => "a structure",
        Kind::Union(_) => "a union",
        Kind::Document => "a document",
    }
}

fn found(kind: &Kind, value: Value<'_>) -> &'static str {
    match value {
        Value::Integer(_) if matches!(kind, Kind::Integer) => "a number that does not fit into 32 bits",
        Value::Double(_) if matches!(kind, Kind::Integer | Kind::Long) => "a number with a fraction",
        Value::Absent | Value::Opaque | Value::Null => "nothing",
        Value::Boolean(_) => "a boolean",
        Value::Integer(_) | Value::Double(_) => "a number",
        Value::Timestamp(_) => "a timestamp",
        Value::Text(_) | Value::Partial(_) => "a string",
        Value::Blob(_) => "bytes",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
        Value::Structure(_) => "a structure",
    }
}
