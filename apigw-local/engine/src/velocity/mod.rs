//! Velocity, as API Gateway runs it: Apache Velocity 1.7 with three changes.
//!
//! Whatever is undefined is the empty string, a `#macro` is read but not registered, and `#evaluate` is no directive. The
//! lexer and the grammar are those of Velocity itself, state for state, since white space and literal text depend on
//! them.
//!
//! ```text
//! template ─► lexer ─► parser ─► tree ─► eval ─► text
//! ```
//!
//! May import: `java`.

mod error;
pub(crate) mod eval;
mod lexer;
pub(crate) mod names;
pub(crate) mod parser;
mod template;
pub(crate) mod trace;
pub(crate) mod tree;

pub use error::{TemplateError, TemplateErrorKind};
pub use template::Template;
pub use trace::{TraceAction, TraceStep};
