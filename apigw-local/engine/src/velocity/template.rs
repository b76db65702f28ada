//! A template that can be rendered.

use std::fmt;

use super::error::{TemplateError, TemplateErrorKind};
use super::eval::{self, Renderer};
use super::parser;
use super::tree::Block;

/// How long a template may be, in bytes.
pub(crate) const MAX_TEMPLATE: usize = 300 * 1024;

/// A mapping template that has been read.
pub struct Template {
    block: Block,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Velocity cannot read it, or it is longer than the 300 KB that the service takes.
    ///
    /// ```
    /// use apigw_engine::velocity::Template;
    ///
    /// assert!(Template::parse("{\"id\": $input.json('$.id')}").is_ok());
    /// assert_eq!(Template::parse("#if($a)").unwrap_err().to_string(), "the template ends where `#end` for this `#if` is expected");
    /// ```
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        if text.len() > MAX_TEMPLATE {
            let message = format!("the template is longer than {MAX_TEMPLATE} bytes, which API Gateway does not take");
            return Err(TemplateError::new(TemplateErrorKind::TemplateSize, MAX_TEMPLATE, message));
        }
        parser::parse(text).map(|block| Self { block })
    }

    /// Renders the template with variables, which are changed by it.
    pub(crate) fn render(&self, variables: &mut Renderer) -> Result<String, TemplateError> {
        eval::render(&self.block, variables)
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template").field("statements", &self.block.len()).finish()
    }
}
