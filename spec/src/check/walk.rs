//! Following the paths of rules to the values they reach.

use super::scope::{Origin, Scope};
use crate::format::placeholder::placeholders;
use crate::path::PathNode;
use crate::rule::{MemberPath, Root, Step};
use crate::value::{Entries, Members, Sequence, Value};

/// What is done with each value that a path reaches. An unseen part of a collection is visited as one opaque value.
pub(super) type Visit<'f, 'v> = &'f mut dyn FnMut(&PathNode<'_>, Value<'v>);

/// Visits every value that a path reaches; a path that does not branch reaches exactly one, which can be absent.
pub(super) fn walk<'v>(path: &MemberPath, scope: &Scope<'v>, origin: Origin<'_>, visit: Visit<'_, 'v>) {
    match path.root {
        Root::This => follow(path.steps, scope.this, origin.this, scope, visit),
        Root::Outer => follow(path.steps, scope.outer, origin.outer, scope, visit),
        Root::Context(name) => follow(path.steps, around(scope, name), &PathNode::context(name), scope, visit),
    }
}

/// An object around the request. What is visited stands at the end, and is looked at most.
fn around<'v>(scope: &Scope<'v>, name: &str) -> Value<'v> {
    let context = scope.contexts.iter().rev().find(|context| same(context.name, name));
    context.map_or(Value::Opaque, |context| context.value)
}

/// Whether two strings are the same. They are short, and comparing them byte by byte takes a fraction of what a call of
/// the comparison of memory does; names are mostly even the same string of the program.
pub(super) fn same(one: &str, other: &str) -> bool {
    let is_long_as = one.len() == other.len();
    is_long_as && (one.as_ptr() == other.as_ptr() || one.bytes().zip(other.bytes()).all(|(one, other)| one == other))
}

/// The value of a path that is a member of the checked value and nothing more, as most are.
pub(super) fn near<'v>(path: &MemberPath, scope: &Scope<'v>) -> Option<Value<'v>> {
    match (path.root, path.steps) {
        (Root::This, [Step::Member { name, index }]) => Some(member(scope.this, *index, name)),
        _ => None,
    }
}

/// The one value that a path without branches reaches.
pub(super) fn find<'v>(path: &MemberPath, scope: &Scope<'v>) -> Value<'v> {
    let start = match path.root {
        Root::This => scope.this,
        Root::Outer => scope.outer,
        Root::Context(name) => around(scope, name),
    };
    if let [Step::Member { name, index }] = path.steps {
        return member(start, *index, name);
    }
    let through = path.steps.iter().try_fold(start, |value, next| match next {
        Step::Member { name, index } => Some(member(value, *index, name)),
        _ => None,
    });
    if let Some(value) = through {
        return present(value);
    }
    let mut found = Value::Absent;
    walk(path, scope, Origin { this: &PathNode::ROOT, outer: &PathNode::ROOT }, &mut |_, value| found = value);
    found
}

/// The list around the request that a path leads to the items of, and the member of each item.
pub(super) fn items<'v>(path: &MemberPath, scope: &Scope<'v>) -> Option<(&'v dyn Sequence, Step)> {
    let (Root::Context(name), [Step::Each, member @ Step::Member { .. }]) = (path.root, path.steps) else {
        return None;
    };
    match around(scope, name) {
        Value::List(list) => Some((list, *member)),
        _ => None,
    }
}

/// The member of a value; opaque if the value cannot be seen or is no structure, which is reported elsewhere.
pub(super) fn member<'v>(value: Value<'v>, index: usize, name: &str) -> Value<'v> {
    match value {
        Value::Structure(structure) => present(Members::member(structure, index, name)),
        Value::Absent | Value::Null => Value::Absent,
        _ => Value::Opaque,
    }
}

/// The value that a member step leads to.
pub(super) fn step(value: Value<'_>, step: Step) -> Value<'_> {
    if let Step::Member { name, index } = step { member(value, index, name) } else { Value::Opaque }
}

/// A `null` says as much as nothing.
fn present(value: Value<'_>) -> Value<'_> {
    if matches!(value, Value::Null) { Value::Absent } else { value }
}

fn follow<'v>(steps: &'static [Step], value: Value<'v>, place: &PathNode<'_>, scope: &Scope<'v>, visit: Visit<'_, 'v>) {
    let Some((step, rest)) = steps.split_first() else { return visit(place, present(value)) };
    match step {
        Step::Member { name, index } => follow(rest, member(value, *index, name), &place.member(name), scope, visit),
        Step::Each => each(rest, value, place, scope, visit),
        Step::Keys => keys(value, place, visit),
        Step::Placeholders => parts(value, place, visit),
        Step::Keyed(path) => keyed(path, rest, value, place, scope, visit),
    }
}

fn each<'v>(rest: &'static [Step], value: Value<'v>, place: &PathNode<'_>, scope: &Scope<'v>, visit: Visit<'_, 'v>) {
    match value {
        Value::List(list) => {
            for index in 0..Sequence::len(list) {
                follow(rest, Sequence::get(list, index), &place.index(index), scope, visit);
            }
        }
        Value::Map(map) => {
            Entries::visit(map, &mut |key, value| {
                let key = if let Value::Text(key) = key { Some(key) } else { None };
                follow(rest, value, &place.key(key), scope, visit);
            });
            if !map.is_complete() {
                visit(place, Value::Opaque);
            }
        }
        Value::Absent | Value::Null => {}
        _ => visit(place, Value::Opaque),
    }
}

fn keys<'v>(value: Value<'v>, place: &PathNode<'_>, visit: Visit<'_, 'v>) {
    match value {
        Value::Map(map) => {
            Entries::visit(map, &mut |key, _| match key {
                // Made anew: copying a value that was just written is much slower.
                Value::Text(text) => visit(&place.key_itself(Some(text)), Value::Text(text)),
                unseen => visit(&place.key_itself(None), unseen),
            });
            if !map.is_complete() {
                visit(place, Value::Opaque);
            }
        }
        Value::Absent | Value::Null => {}
        _ => visit(place, Value::Opaque),
    }
}

fn parts<'v>(value: Value<'v>, place: &PathNode<'_>, visit: Visit<'_, 'v>) {
    match value {
        Value::Text(text) => {
            for placeholder in placeholders(text) {
                visit(&place.part(placeholder.offset, placeholder.name.len()), Value::Text(placeholder.name));
            }
        }
        Value::Absent | Value::Null => {}
        _ => visit(place, Value::Opaque),
    }
}

fn keyed<'v>(
    key: &MemberPath,
    rest: &'static [Step],
    value: Value<'v>,
    place: &PathNode<'_>,
    scope: &Scope<'v>,
    visit: Visit<'_, 'v>,
) {
    let entry = match (value, find(key, scope)) {
        (Value::Absent | Value::Null, _) => Value::Absent,
        (Value::Map(map), Value::Text(key)) => return follow(rest, map.get(key), &place.key(Some(key)), scope, visit),
        _ => Value::Opaque,
    };
    follow(rest, entry, &place.key(None), scope, visit);
}
