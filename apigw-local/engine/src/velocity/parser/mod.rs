//! From tokens to a tree, by the grammar of Velocity 1.7.
//!
//! May import: `lexer`, `tree`, `error`, and numbers.

mod expression;
mod lookahead;
mod reference;
mod statement;
mod stream;

use super::error::TemplateError;
use super::tree::Block;
use stream::Parser;

/// Reads a template.
pub(crate) fn parse(text: &str) -> Result<Block, TemplateError> {
    Parser::over(text).template()
}
