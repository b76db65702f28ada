//! A template that can be rendered.

use std::fmt;
use std::rc::Rc;

use super::error::{TemplateError, TemplateErrorKind};
use super::eval::Renderer;
use super::parser;
use super::tree::TemplateTree;

/// How long a template may be, in bytes.
pub(crate) const MAX_TEMPLATE: usize = 300 * 1024;

/// A mapping template that has been read.
pub struct Template {
    tree: Rc<TemplateTree>,
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
        parser::parse(text).map(|tree| Self { tree: Rc::new(tree) })
    }

    /// What renders the template.
    pub(crate) fn renderer(&self) -> Renderer<'_> {
        Renderer::of(&self.tree)
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template").field("statements", &self.tree.nodes(self.tree.block).len()).finish()
    }
}
