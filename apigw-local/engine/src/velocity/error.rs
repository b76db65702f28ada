//! Why a template was not rendered.

use std::fmt;

/// A template could not be read or rendered. API Gateway answers such a call with status 500.
#[derive(Clone, PartialEq, Eq)]
pub struct TemplateError(Box<Mistake>);

/// What is known of an error. It is apart, so that what goes right does not make space for it.
#[derive(Clone, PartialEq, Eq)]
struct Mistake {
    kind: TemplateErrorKind,
    offset: usize,
    message: String,
}

/// What kind of mistake a [`TemplateError`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateErrorKind {
    /// The template is no Velocity.
    Syntax,
    /// A method failed, as `$list.get(9)` does on a short list.
    Method,
    /// `#parse` or `#include` was run: API Gateway has no resources.
    Resource,
    /// The template is longer than the service takes.
    TemplateSize,
    /// A loop ran more often than the service allows.
    Iterations,
    /// Something is nested too deeply.
    Depth,
    /// The template gave, or held, more text than a payload may have.
    Size,
    /// The template did more work than the time of a call allows.
    Steps,
}

impl TemplateError {
    pub(crate) fn new(kind: TemplateErrorKind, offset: usize, message: impl Into<String>) -> Self {
        Self(Box::new(Mistake { kind, offset, message: message.into() }))
    }

    /// The kind of mistake.
    pub fn kind(&self) -> TemplateErrorKind {
        self.0.kind
    }

    /// Where the mistake is, in bytes from the beginning of the template.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The line and the column of the mistake in `template`, both counted from 1, the column in characters.
    ///
    /// ```
    /// use apigw_engine::velocity::Template;
    ///
    /// let text = "{\n  #if($a)\n}";
    /// let error = Template::parse(text).unwrap_err();
    /// assert_eq!(error.position(text), (3, 2));
    /// ```
    pub fn position(&self, template: &str) -> (usize, usize) {
        position(self.0.offset, template)
    }

    /// The error at another place, for a template within a template.
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.0.offset = offset;
        self
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for TemplateError {}

impl fmt::Debug for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mistake { kind, offset, message } = &*self.0;
        f.debug_struct("TemplateError").field("kind", kind).field("offset", offset).field("message", message).finish()
    }
}

/// The line and the column of a place in a template, both counted from 1.
pub(super) fn position(offset: usize, template: &str) -> (usize, usize) {
    let before = template.get(..offset).unwrap_or(template);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}
