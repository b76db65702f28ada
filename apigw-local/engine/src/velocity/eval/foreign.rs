//! What `#define` made in another template of the same call, which a variable of `$context` can hold.

use std::rc::Rc;

use super::state::{Rendered, Renderer};
use crate::java::value::Value;
use crate::velocity::tree::Definition;

impl Renderer<'_> {
    /// Renders statements, which are those of another template if their tree is another.
    pub(super) fn definition(&mut self, definition: &Definition, out: &mut String) -> Rendered<()> {
        if Rc::ptr_eq(&definition.tree, self.tree) {
            return self.block(definition.body, out);
        }
        let mut other = Renderer::of(&definition.tree);
        self.charge(other.variables.len().saturating_add(self.variables.len()).saturating_mul(8))?;
        other.take_over(self);
        let result = other.block(definition.body, out);
        self.take_over(&mut other);
        result
    }

    /// Takes over what another renderer has. Variables are found by their names, which have other numbers there; those
    /// that this template does not have are kept for others.
    fn take_over(&mut self, other: &mut Renderer<'_>) {
        (self.steps, self.depth, self.offset) = (other.steps, other.depth, other.offset);
        self.trace = other.trace.take();
        self.pending = other.pending.take();
        self.nulls = std::mem::take(&mut other.nulls);
        let known = other.tree.names.all().map(Box::from).zip(std::mem::take(&mut other.variables));
        let variables: Vec<(Box<str>, Value)> = known.chain(std::mem::take(&mut other.others)).collect();
        self.variables.resize(self.tree.names.count() as usize, Value::Null);

        for (name, value) in variables {
            let slot = self.tree.names.find(&name).and_then(|slot| self.variables.get_mut(slot as usize));
            match slot {
                Some(slot) => *slot = value,
                None if value.is_null() => {}
                None => self.others.push((name, value)),
            }
        }
    }
}
