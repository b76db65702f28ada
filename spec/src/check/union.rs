//! Unions: a value has exactly one of the members.

use super::scope::Checker;
use crate::path::PathNode;
use crate::rule::builtin;
use crate::shape::{Shape, Structure};
use crate::value::{Members, Value};
use crate::violation::{Problem, Violation};

impl Checker<'_> {
    /// Checks how many members of a union are given. A member that cannot be seen may be given or not.
    pub(super) fn union(&mut self, shape: &Shape, union: &Structure, members: &dyn Members, place: &PathNode<'_>) {
        let mut given = Vec::new();
        let mut unseen = false;
        for (index, member) in union.members.iter().enumerate() {
            match Members::member(members, index, member.name) {
                Value::Absent | Value::Null => {}
                Value::Opaque => unseen = true,
                _ => given.push(member.name),
            }
        }

        if given.len() > 1 || (given.is_empty() && !unseen) {
            let members = union.members.iter().map(|member| member.name).collect();
            let problem = Problem::Union { shape: shape.name(), given, members };
            self.found.push(Violation::of_shape(builtin::UNION, place, problem));
        }
    }
}
