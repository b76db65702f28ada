//! Whether patch operations stay within the patch table of their update.

use super::patch_parts::{Patch, name, unescaped};
use super::patch_path::nearest_path;
use super::patch_value::misfit;
use super::scope::{Checker, Origin, Scope};
use super::walk::{find, step, walk};
use crate::path::PathNode;
use crate::rule::{
    Current, MemberPath, PatchOp, PatchRow, PatchSegment, PatchTable, PatchValue, Refusal, Severity, ValueCheck,
    builtin,
};
use crate::secrecy::Secrecy;
use crate::value::Value;
use crate::violation::{Problem, Violation};

/// How many paths are listed where an unknown one is reported.
const FEW: usize = 8;

impl<'v> Checker<'v> {
    /// Checks every patch operation by itself; each gives at most one violation.
    pub(super) fn patch(&mut self, table: &'static PatchTable, scope: &Scope<'v>, origin: Origin<'_>) {
        walk(&table.operations, scope, origin, &mut |place, list| {
            let Value::List(list) = list else { return };
            for index in 0..list.len() {
                let operation = list.get(index);
                if matches!(operation, Value::Structure(_)) {
                    self.operation(table, operation, scope, &place.index(index));
                }
            }
        });
    }

    fn operation(&mut self, table: &'static PatchTable, operation: Value<'v>, scope: &Scope<'v>, place: &PathNode<'_>) {
        let member = |member| step(operation, member);
        let path = match member(table.parts.path) {
            Value::Text(path) => path,
            Value::Absent => {
                self.refuse(builtin::PATCH_PATH, place, Problem::PatchWithoutPath, table.pathless);
                return;
            }
            _ => return,
        };

        let spelled = table.rows.iter().any(|row| row.is_literal() && row.fits(path));
        let op = text(member(table.parts.op)).and_then(PatchOp::from_word);
        let exact = table.rows.iter().any(|row| row.fits(path) && !row.is_stretched(path));
        // A row that nearly everything fits if it is stretched says only what can be done, not what cannot.
        let stretches = |row: &PatchRow| !exact && (!row.is_free() || op.is_some_and(|op| row.ops.contains(&op)));
        let goes_before =
            |row: &PatchRow| if spelled { row.is_literal() } else { !row.is_stretched(path) || stretches(row) };
        let rows = || table.rows.iter().filter(|row| row.fits(path) && goes_before(row));

        let Some(first) = rows().next() else {
            let nearest = nearest_path(path, table.rows);
            let lacks_slash = nearest.as_deref().is_some_and(|nearest| nearest.strip_prefix('/') == Some(path));
            let refusal = if lacks_slash { table.rootless } else { table.otherwise };
            let known: Vec<&str> = table.rows.iter().filter(|row| !row.ops.is_empty()).map(|row| row.path).collect();
            let known = if known.len() > FEW { Vec::new() } else { known };
            let problem = Problem::PatchPath { path: path.to_owned(), nearest, known };
            self.refuse(builtin::PATCH_PATH, &place.member(name(table.parts.path)), problem, refusal);
            return;
        };

        // A word that is no operation is reported as an unlisted value; without a word nothing more can be said.
        let Some(op) = op else { return };
        if let Some(row) = rows().find(|row| row.ops.contains(&op)) {
            let asked = Patch { table, op, path, value: member(table.parts.value), from: member(table.parts.from) };
            self.allowed(row, &asked, scope, place);
            return;
        }

        let ops: Vec<PatchOp> = rows().flat_map(|row| row.ops).copied().collect();
        if ops.is_empty() {
            let problem = Problem::PatchPath { path: path.to_owned(), nearest: None, known: Vec::new() };
            self.refuse(builtin::PATCH_PATH, &place.member(name(table.parts.path)), problem, first.refusal);
        } else {
            let problem = Problem::PatchOp { op: op.word().to_owned(), path: first.path, ops };
            self.refuse(builtin::PATCH_OP, &place.member(name(table.parts.op)), problem, first.refusal);
        }
    }

    /// Checks a patch operation that its row allows as such.
    fn allowed(&mut self, row: &'static PatchRow, asked: &Patch<'v>, scope: &Scope<'v>, place: &PathNode<'_>) {
        let before = self.found.len();
        self.check_row(row, asked, scope, place);
        for violation in self.found.iter_mut().skip(before) {
            let is_value = violation.member() == asked.table.parts.value.member_name();
            violation.conceal(if is_value { row.secrecy } else { Secrecy::Public });
        }
    }

    fn check_row(&mut self, row: &'static PatchRow, asked: &Patch<'v>, scope: &Scope<'v>, place: &PathNode<'_>) {
        let parts = &asked.table.parts;
        if let Some(current) = &row.current
            && current.ops.contains(&asked.op)
            && let Some(missing) = missing(current, row, asked.path, scope)
        {
            let problem = Problem::PatchTarget { name: missing, op: asked.op };
            self.refuse(builtin::PATCH_TARGET, &place.member(name(parts.path)), problem, current.refusal);
        } else if asked.op == PatchOp::Copy {
            let Some(from) = text(asked.from) else {
                if matches!(asked.from, Value::Absent) {
                    let place = place.member(name(parts.from));
                    self.refuse(builtin::PATCH_VALUE, &place, Problem::Missing, row.refusal);
                }
                return;
            };
            if !row.from.is_empty() && !row.from.contains(&from) {
                let problem = Problem::PatchFrom { from: from.to_owned(), path: row.path, allowed: row.from };
                self.refuse(builtin::PATCH_OP, &place.member(name(parts.from)), problem, row.refusal);
            }
        } else if row.needs.contains(&asked.op) && matches!(asked.value, Value::Absent) {
            self.refuse(builtin::PATCH_VALUE, &place.member(name(parts.value)), Problem::Missing, row.value_refusal);
        } else if matches!(asked.op, PatchOp::Add | PatchOp::Replace) || row.needs.contains(&asked.op) {
            let first = PatchValue { check: row.value, refusal: row.value_refusal };
            for PatchValue { check, refusal } in std::iter::once(first).chain(row.also.iter().copied()) {
                if let ValueCheck::Member(member) = check {
                    self.member(member, refusal, asked, place);
                } else if let Some(problem) = misfit(check, asked.value, scope) {
                    self.refuse(builtin::PATCH_VALUE, &place.member(name(parts.value)), problem, refusal);
                    // What else is wrong with it is the same mistake.
                    if refusal.severity == Severity::Error {
                        return;
                    }
                }
            }
        }
    }

    pub(super) fn refuse(&mut self, id: &'static str, place: &PathNode<'_>, problem: Problem, refusal: Refusal) {
        self.found.push(Violation::of_patch(id, place, problem, refusal));
    }
}

/// The name of the entry that a path points at, if the context shows that there is no such entry.
fn missing(current: &Current, row: &PatchRow, path: &str, scope: &Scope<'_>) -> Option<String> {
    let given: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    // It is not known how the service stores a part that should have been escaped.
    if given.len() != row.segments.len() {
        return None;
    }
    let free = row.segments.iter().zip(given).filter(|(segment, _)| !matches!(segment, PatchSegment::Literal(_)));
    let raw: Vec<&str> = free.map(|(_, given)| given).collect();
    let escaped = raw.join("/");
    let plain = unescaped(&escaped).into_owned();
    // If what holds the map does not exist either, that is a mistake of its own.
    let (_, holder) = current.map.steps.split_last()?;
    if matches!(find(&MemberPath { root: current.map.root, steps: holder }, scope), Value::Absent) {
        return None;
    }
    let absent = match find(&current.map, scope) {
        Value::Absent => true,
        Value::Map(map) => [&escaped, &plain].iter().all(|key| matches!(map.get(key), Value::Absent)),
        _ => false,
    };
    absent.then_some(plain)
}

fn text(value: Value<'_>) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}
