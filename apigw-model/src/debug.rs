//! `Debug` of generated structures, from their tables: members that were given, by their names in Rust, secrets redacted.

use std::fmt;

use apigw_spec::rule::{PatchTable, Step};
use apigw_spec::secrecy::Secrecy;
use apigw_spec::value::{Members, Value};
use apigw_spec::violation::{Naming as _, RustNaming};
use apigw_spec::{Kind, Shape, Target};

use crate::serde::part;

/// Prints a structure of `shape`, whose type has a name.
#[doc(hidden)]
pub fn debug(name: &str, shape: &'static Shape, value: &dyn Members, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    structure(name, shape, value, None, f)
}

/// Prints a structure; one of patch operations shows as much of its value as the table that it is for allows.
fn structure(
    name: &str,
    shape: &'static Shape,
    value: &dyn Members,
    table: Option<&'static PatchTable>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let own = shape.structure().rules.patch;
    let patched = table.and_then(|table| {
        let Step::Member { name, index } = table.parts.path else { return None };
        let path = value.member(index, name);
        Some((table.parts.value.member_name()?, table.secrecy(path.text().unwrap_or_default())))
    });

    let mut printer = f.debug_struct(name);
    value.visit(shape.members(), &mut |index, value| {
        let Some(member) = shape.members().get(index) else { return };
        let name = RustNaming.member(member.name);
        let secrecy = match patched {
            Some((patched, secrecy)) if patched == member.name => secrecy,
            _ => member.secrecy,
        };
        if secrecy == Secrecy::Whole {
            printer.field(&name, &format_args!("** redacted **"));
        } else {
            let table = own.filter(|table| table.operations.last_member() == Some(member.name));
            printer.field(&name, &View { target: member.target, secrecy, table, value });
        }
    });
    printer.finish_non_exhaustive()
}

/// A value together with the shape that says how to print it.
#[derive(Clone, Copy)]
struct View<'a> {
    target: Target,
    /// How much of its strings is printed.
    secrecy: Secrecy,
    /// What the patch operations in it are for.
    table: Option<&'static PatchTable>,
    value: Value<'a>,
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = self.target.shape();
        match (shape.kind, self.value) {
            (Kind::Structure(_) | Kind::Union(_), Value::Structure(members)) => {
                structure(shape.name(), shape, members, self.table, f)
            }
            (Kind::List(_) | Kind::Document, Value::List(list)) => {
                let target = part(self.target);
                let item = |index| View { target, value: list.get(index), ..*self };
                f.debug_list().entries((0..list.len()).map(item)).finish()
            }
            (Kind::Map { .. } | Kind::Document, Value::Map(map)) => {
                let target = part(self.target);
                let mut printer = f.debug_map();
                map.visit(&mut |key, value| {
                    printer.entry(&key.text().unwrap_or_default(), &View { target, value, ..*self });
                });
                printer.finish()
            }
            (_, Value::Text(text)) => fmt::Debug::fmt(&*self.secrecy.shown(text), f),
            (_, Value::Integer(value)) => fmt::Debug::fmt(&value, f),
            (_, Value::Double(value)) => fmt::Debug::fmt(&value, f),
            (_, Value::Boolean(value)) => fmt::Debug::fmt(&value, f),
            (_, value) => fmt::Debug::fmt(&value, f),
        }
    }
}
