//! Violations: a rule that a request breaks, and the only place that words it.
//!
//! `problem` has the parts, `naming` spells names, `words` and `statement` make sentences. The files here use
//! [`rule`](crate::rule), [`format`](crate::format), [`path`](crate::path) and [`shape`](crate::shape); they know
//! nothing of the evaluator.

mod conceal;
mod naming;
mod problem;
mod statement;
mod words;

pub use naming::{ModelNaming, Naming, RustNaming};
pub use problem::{Fact, Focus, Known, Problem, Violation};
pub use statement::{described, patch_statement, statement, subject};
pub use words::about;
