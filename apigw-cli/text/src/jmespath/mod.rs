//! `--query`: expressions of the language `JMESPath`, with the results and error messages of the library that the AWS CLI uses.
//!
//! The published crates sort objects by key, while the AWS CLI keeps and prints the order of the reply and of the
//! expression; hence this implementation.

mod argument;
mod compare;
mod evaluate;
mod functions;
mod lexer;
mod parser;

use crate::document::Document;
pub use compare::is_false;
use parser::Ast;

/// A compiled expression.
#[derive(Debug, Clone)]
pub struct Query {
    root: Ast,
}

impl Query {
    /// Compiles an expression. The error is the complete message.
    pub fn compile(expression: &str) -> Result<Self, String> {
        Ok(Self { root: parser::parse(expression)? })
    }

    /// Applies the expression. The error is the complete message.
    pub fn search(&self, value: &Document) -> Result<Document, String> {
        evaluate::evaluate(&self.root, value).map(std::borrow::Cow::into_owned)
    }
}

#[cfg(test)]
mod compliance;
#[cfg(test)]
mod tests;
