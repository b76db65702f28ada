//! `Debug` of generated structures, from their tables: members that were given, by their names in Rust, secrets redacted.

use std::fmt;

use apigw_spec::value::{Members, Value};
use apigw_spec::violation::{Naming as _, RustNaming};
use apigw_spec::{Kind, Shape, Target};

use crate::serde::part;

/// Prints a structure of `shape`, whose type has a name.
#[doc(hidden)]
pub fn debug(name: &str, shape: &'static Shape, value: &dyn Members, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut printer = f.debug_struct(name);
    value.visit(shape.members(), &mut |index, value| {
        let Some(member) = shape.members().get(index) else { return };
        let name = RustNaming.member(member.name);
        if member.sensitive {
            printer.field(&name, &format_args!("** redacted **"));
        } else {
            printer.field(&name, &View(member.target, value));
        }
    });
    printer.finish_non_exhaustive()
}

/// A value together with the shape that says how to print it.
struct View<'a>(Target, Value<'a>);

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = self.0.shape();
        match (shape.kind, self.1) {
            (Kind::Structure(_) | Kind::Union(_), Value::Structure(members)) => debug(shape.name(), shape, members, f),
            (Kind::List(_) | Kind::Document, Value::List(list)) => {
                let item = part(self.0);
                f.debug_list().entries((0..list.len()).map(|index| View(item, list.get(index)))).finish()
            }
            (Kind::Map { .. } | Kind::Document, Value::Map(map)) => {
                let target = part(self.0);
                let mut printer = f.debug_map();
                map.visit(&mut |key, value| {
                    printer.entry(&key.text().unwrap_or_default(), &View(target, value));
                });
                printer.finish()
            }
            (_, Value::Text(text)) => fmt::Debug::fmt(text, f),
            (_, Value::Integer(value)) => fmt::Debug::fmt(&value, f),
            (_, Value::Double(value)) => fmt::Debug::fmt(&value, f),
            (_, Value::Boolean(value)) => fmt::Debug::fmt(&value, f),
            (_, value) => fmt::Debug::fmt(&value, f),
        }
    }
}
