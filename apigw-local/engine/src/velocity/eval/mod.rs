//! Renders a tree, as Velocity 1.7 does with the three changes of API Gateway: whatever is undefined is the empty
//! string, macros are not registered, and `#evaluate` is no directive.
//!
//! May import: `tree`, `error`, and the values of Java.

mod expression;
mod foreign;
mod reference;
mod state;
mod statement;

pub(crate) use state::Renderer;

use super::error::TemplateError;
use super::names::Slot;
use crate::java::value::Value;
use state::Halt;

impl Renderer<'_> {
    /// Renders the template, and gives what it printed. The variables are what the template finds, and what it leaves.
    pub(crate) fn render(&mut self) -> Result<String, TemplateError> {
        let mut out = String::with_capacity(self.tree.text.len());
        match self.block(self.tree.block, &mut out) {
            // `#break` and `#stop` end the template; what was printed stays.
            Ok(()) | Err(Halt::Break(_) | Halt::Stop) => Ok(out),
            Err(Halt::Error(error)) => Err(error),
        }
    }

    /// Gives a variable its value, if the template has it. The value is not made for others.
    pub(crate) fn insert(&mut self, variable: Slot, value: impl FnOnce() -> Value) {
        if self.tree.names.uses(variable) {
            self.put(variable, value());
        }
    }
}
