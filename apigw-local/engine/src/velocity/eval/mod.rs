//! Renders a tree, as Velocity 1.7 does with the three changes of API Gateway: whatever is undefined is the empty
//! string, macros are not registered, and `#evaluate` is no directive.
//!
//! May import: `tree`, `error`, and the values of Java.

mod expression;
mod reference;
mod state;
mod statement;

pub(crate) use state::Renderer;

use super::error::TemplateError;
use super::tree::Block;
use crate::java::value::Value;
use state::Halt;

/// Renders a template, and gives what it printed. The variables are what the template finds, and what it leaves.
pub(crate) fn render(template: &Block, variables: &mut Renderer) -> Result<String, TemplateError> {
    let mut out = String::new();
    match variables.block(template, &mut out) {
        // `#break` and `#stop` end the template; what was printed stays.
        Ok(()) | Err(Halt::Break(_) | Halt::Stop) => Ok(out),
        Err(Halt::Error(error)) => Err(error),
    }
}

impl Renderer {
    /// Gives a variable its value.
    pub(crate) fn insert(&mut self, name: &str, value: Value) {
        self.put(&name.into(), value);
    }
}
