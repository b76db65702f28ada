//! From tokens to a tree, by the grammar of Velocity 1.7.
//!
//! May import: `lexer`, `tree`, `names`, `error`, and numbers.

mod build;
mod directive;
mod expression;
mod lists;
mod lookahead;
mod reference;
mod space;
mod statement;
mod stream;

use super::error::{TemplateError, TemplateErrorKind};
use super::tree::TemplateTree;
use build::Build;
use stream::Parser;

/// How long a template may be, in bytes, so that every place in its tree has a number of 32 bits.
const MAX_TEXT: usize = 64 * 1024 * 1024;

/// Reads a template.
pub(crate) fn parse(text: &str) -> Result<TemplateTree, TemplateError> {
    if text.len() > MAX_TEXT {
        return Err(TemplateError::new(TemplateErrorKind::TemplateSize, MAX_TEXT, "the template is too long"));
    }
    let mut parser = Parser::over(text, 0, Build::of(text));
    let block = parser.template()?;
    parser.space.leave();
    Ok(parser.build.finish(text, block))
}
