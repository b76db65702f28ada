//! `--query`: expressions of the language `JMESPath`, with the results and error messages of the library that the AWS CLI uses.
//!
//! The published crates keep objects sorted by key; the AWS CLI keeps the order of the answer and of the expression,
//! and prints it. Hence an implementation of our own.

mod compare;
mod evaluate;
mod functions;
mod lexer;
mod parser;

use crate::document::Document;
pub use compare::is_false;
use parser::Node;

/// A compiled expression.
#[derive(Debug, Clone)]
pub struct Query {
    root: Node,
}

impl Query {
    /// Compiles an expression. The error is a whole message.
    pub fn compile(expression: &str) -> Result<Self, String> {
        Ok(Self { root: parser::parse(expression)? })
    }

    /// Applies the expression. The error is a whole message.
    pub fn search(&self, value: &Document) -> Result<Document, String> {
        evaluate::evaluate(&self.root, value).map(std::borrow::Cow::into_owned)
    }
}

#[cfg(test)]
mod compliance;
#[cfg(test)]
mod tests;
