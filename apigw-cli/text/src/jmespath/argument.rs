//! Arguments and results of functions.

use std::borrow::Cow;

use crate::document::Document;

/// A result, or the message of an error.
pub(crate) type JmespathResult<'v> = Result<Cow<'v, Document>, String>;

/// An expression that a function applies to items.
pub(crate) type ExpressionFn<'v> = Box<dyn Fn(&Document) -> Result<Document, String> + 'v>;

/// An argument of a function.
pub(crate) enum Argument<'v> {
    /// A value.
    Value(Cow<'v, Document>),
    /// An expression.
    Expression(ExpressionFn<'v>),
}
