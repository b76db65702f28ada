//! What a macro call writes down, as far as it can be seen: read by the shapes of the specification, checked, and turned
//! into calls of setters. `request!` and `#[derive(Input)]` share it.
//!
//! ```text
//! tokens ─► parse ─► ast ─► check ─► problems at the user's tokens
//!                     └───► setters ─► a chain of setters on a builder
//! ```
//!
//! The files here use [`names`](crate::names) and [`diagnostics`](crate::diagnostics), and nothing of the macros.

mod allow;
mod ast;
mod attributes;
mod check;
mod constant;
mod include;
mod inferred;
mod labels;
mod lookahead;
mod parse;
mod position;
mod scalar;
mod setters;

pub(crate) use allow::Allow;
pub(crate) use ast::{Field, Fields, Literal};
pub(crate) use check::{Omitted, check, find_member};
pub(crate) use labels::with_labels;
pub(crate) use parse::parse_fields;
pub(crate) use setters::{BuildMode, calls, structure};
