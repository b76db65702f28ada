//! Whether the value of a patch operation is what its row says, or what the member that it changes must be.

use super::bounds::{is_above, is_below};
use super::patch_parts::{Patch, name, unescaped};
use super::scope::{Checker, Origin, Scope};
use super::text_kinds;
use super::walk::walk;
use crate::format::FormatError;
use crate::path::PathNode;
use crate::rule::{Fix, MemberPath, PatchedKind, PatchedMember, Refusal, Step, ValueCheck, builtin};
use crate::suggest;
use crate::value::{Entries, Members, Sequence, Value};
use crate::violation::{Focus, Problem, Violation};

impl<'v> Checker<'v> {
    /// Checks the value of a patch operation by the rules of the member that it becomes. Nothing is known of the members
    /// beside it.
    pub(super) fn member(
        &mut self,
        member: &'static PatchedMember,
        refusal: Refusal,
        asked: &Patch<'v>,
        place: &PathNode<'_>,
    ) {
        let parts = asked.table.parts;
        let text = if let Value::Text(text) = asked.value { text } else { "" };
        if !text.is_empty() && !member.values.is_empty() && !member.values.contains(&text) {
            let (listed, dated) = (member.values, member.dated);
            let problem = Problem::Unlisted { text: text.to_owned(), listed, shape: Some(member.enumeration), dated };
            self.found.push(Violation::of_shape(builtin::ENUM, &place.member(name(parts.value)), problem));
            return;
        }

        let segment = unescaped(asked.path.rsplit('/').next().unwrap_or_default());
        let known = if text.is_empty() { Value::Opaque } else { Value::Text(text) };
        let Some(value) = converted(member.kind, known) else {
            let problem = Problem::Type { expected: expected(member.kind), found: "a string" };
            self.refuse(builtin::PATCH_VALUE, &place.member(name(parts.value)), problem, refusal);
            return;
        };

        let found = match member.kind {
            PatchedKind::Item => broken(member, Value::List(&OneItem(value))),
            PatchedKind::NamedItem => broken(member, Value::List(&OneItem(Value::Text(&segment)))),
            PatchedKind::Entry => broken(member, Value::Map(&OneEntry { key: &segment, value })),
            PatchedKind::Text | PatchedKind::Boolean | PatchedKind::Integer | PatchedKind::Number => {
                broken(member, value)
            }
        };
        let in_path = |violation: &Violation| violation.focus == Focus::Key || member.kind == PatchedKind::NamedItem;
        self.found.extend(found.into_iter().map(|violation| {
            let is_path = in_path(&violation);
            let part = name(if is_path { parts.path } else { parts.value });
            Violation {
                path: place.member(part).path(),
                focus: Focus::Value,
                span: violation.span.filter(|_| !is_path),
                when: Vec::new(),
                fix: violation.fix.filter(|fix| matches!(fix, Fix::Say(_))),
                ..violation
            }
        }));
    }
}

/// The value that the text of a patch operation is for the service; nothing if it is none.
fn converted(kind: PatchedKind, value: Value<'_>) -> Option<Value<'_>> {
    let Value::Text(text) = value else { return Some(value) };
    match kind {
        PatchedKind::Boolean => Some(match text {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            _ => Value::Opaque,
        }),
        PatchedKind::Integer | PatchedKind::Number => {
            let text = text.trim();
            let whole = text.parse().map(Value::Integer);
            whole.or_else(|_| text.parse().map(Value::Double)).ok()
        }
        PatchedKind::Text | PatchedKind::Item | PatchedKind::Entry | PatchedKind::NamedItem => Some(value),
    }
}

const fn expected(kind: PatchedKind) -> &'static str {
    if matches!(kind, PatchedKind::Integer) { "a whole number" } else { "a number" }
}

/// What the rules of a member find in a value of it.
fn broken(member: &'static PatchedMember, value: Value<'_>) -> Vec<Violation> {
    match member.steps.split_last() {
        Some((last, before)) => inside(member, before, &OneMember { step: *last, value }),
        None => Vec::new(),
    }
}

/// See [`broken`]: `steps` lead to the structure that has the value.
fn inside(member: &'static PatchedMember, steps: &'static [Step], holder: &OneMember<'_>) -> Vec<Violation> {
    let this = Value::Structure(holder);
    if let Some((last, before)) = steps.split_last() {
        return inside(member, before, &OneMember { step: *last, value: this });
    }
    let mut checker = Checker { contexts: &[], found: Vec::new() };
    let scope = Scope { this, outer: this, contexts: &[] };
    for rule in member.rules {
        checker.rule(rule, &scope, Origin { this: &PathNode::ROOT, outer: &PathNode::ROOT });
    }
    checker.found
}

/// A structure of which one member is known.
struct OneMember<'v> {
    step: Step,
    value: Value<'v>,
}

impl Members for OneMember<'_> {
    fn member(&self, _index: usize, name: &str) -> Value<'_> {
        if self.step.member_name() == Some(name) { self.value } else { Value::Opaque }
    }
}

/// A list of which one item is known.
struct OneItem<'v>(Value<'v>);

impl Sequence for OneItem<'_> {
    fn len(&self) -> usize {
        1
    }

    fn get(&self, index: usize) -> Value<'_> {
        if index == 0 { self.0 } else { Value::Absent }
    }
}

/// A map of which one entry is known.
struct OneEntry<'v> {
    key: &'v str,
    value: Value<'v>,
}

impl Entries for OneEntry<'_> {
    fn len(&self) -> usize {
        1
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        visit(Value::Text(self.key), self.value);
    }

    fn get(&self, key: &str) -> Value<'_> {
        if key == self.key { self.value } else { Value::Opaque }
    }

    fn is_complete(&self) -> bool {
        false
    }
}

/// What is wrong with the value of a patch operation, if anything surely is.
pub(super) fn misfit(check: ValueCheck, value: Value<'_>, scope: &Scope<'_>) -> Option<Problem> {
    let text = match value {
        Value::Text(text) => text,
        Value::Absent => return (check == ValueCheck::NonEmpty).then_some(Problem::Missing),
        _ => return None,
    };
    match check {
        ValueCheck::NonEmpty => text.is_empty().then_some(Problem::Empty),
        ValueCheck::OneOf(listed) => (!listed.contains(&text)).then(|| Problem::Unlisted {
            text: text.to_owned(),
            listed,
            shape: None,
            dated: None,
        }),
        ValueCheck::Integer { min, max } if !text.is_empty() => {
            let fits = text
                .trim()
                .parse::<i64>()
                .is_ok_and(|number| min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max));
            (!fits).then(|| Problem::OutOfRange { text: format!("`{text}`"), min, max })
        }
        ValueCheck::Number { min, max } if !text.is_empty() => {
            let fits = text.trim().parse::<f64>().is_ok_and(|n| !is_below(n, min) && !is_above(n, max));
            (!fits).then(|| Problem::OutOfRange { text: format!("`{text}`"), min, max })
        }
        ValueCheck::Format(format) if !text.is_empty() => unfit(text, format.check(text)),
        ValueCheck::In(of) if !text.is_empty() => unlisted(text, of, scope),
        ValueCheck::Contains(texts) if !text.is_empty() => unfit(text, text_kinds::contains(text, texts)),
        ValueCheck::Arn(kinds) => unfit(text, text_kinds::arn(text, kinds)),
        ValueCheck::Any
        | ValueCheck::Member(_)
        | ValueCheck::Contains(_)
        | ValueCheck::In(_)
        | ValueCheck::Integer { .. }
        | ValueCheck::Number { .. }
        | ValueCheck::Format(_) => None,
    }
}

fn unfit(text: &str, found: Result<(), FormatError>) -> Option<Problem> {
    found.err().map(|error| Problem::Format { text: text.to_owned(), error })
}

/// What is wrong with a string that is surely not found among others.
fn unlisted(text: &str, of: &'static [MemberPath], scope: &Scope<'_>) -> Option<Problem> {
    let origin = Origin { this: &PathNode::ROOT, outer: &PathNode::ROOT };
    let (mut known, mut seen) = (Vec::new(), true);
    for others in of {
        walk(others, scope, origin, &mut |_, value| match value {
            Value::Text(other) => known.push(other),
            _ => seen = false,
        });
    }
    if !seen || known.contains(&text) {
        return None;
    }
    let nearest = suggest::nearest(text, known).map(str::to_owned);
    Some(Problem::NotIn { text: text.to_owned(), of, nearest })
}
