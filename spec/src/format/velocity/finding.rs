//! What is suspicious about a template.

use std::borrow::Cow;

use crate::format::error::FormatError;

/// Something in a template that does not do what it seems to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What kind of thing it is.
    pub kind: FindingKind,
    /// The byte offset of the words it is about.
    pub offset: usize,
    /// Their length in bytes.
    pub length: usize,
    /// What is wrong and what to do.
    pub message: Cow<'static, str>,
}

/// The kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub(crate) enum FindingKind {
    /// A block directive without its `#end`.
    UnclosedBlock,
    /// An `#end` that ends nothing.
    StrayEnd,
    /// An `#else` or `#elseif` outside `#if`, or after its `#else`.
    StrayElse,
    /// `#else if(…)`, whose `if(…)` is printed.
    ElseIf,
    /// A `#*` without `*#`, or a `#[[` without `]]#`.
    UnclosedComment,
    /// A directive without the parentheses it needs.
    MissingArguments,
    /// Parentheses of a directive that are not closed.
    UnclosedArguments,
    /// Parentheses of a directive whose content cannot be read.
    BadArguments,
    /// A reference to a known variable whose braces, brackets or parentheses are not closed.
    UnclosedReference,
    /// A member that a variable of API Gateway does not have.
    UnknownMember,
}

impl Finding {
    pub(super) fn new(kind: FindingKind, offset: usize, length: usize, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, offset, length, message: message.into() }
    }
}

impl From<Finding> for FormatError {
    fn from(finding: Finding) -> Self {
        Self::new(finding.offset, finding.message)
    }
}
