//! Places of parts of strings.

use crate::read::{NodeContent, ScalarForm, SourceNode, SourceSpan};

/// The place of text at the end of a scalar, before the quote that may end it.
pub(crate) fn end_of(node: &SourceNode<'_>, end: &str) -> SourceSpan {
    let is_quoted = matches!(&node.content, NodeContent::Scalar { style: ScalarForm::Quoted, .. });
    let last = node.span().end - usize::from(is_quoted && node.span().end > node.span().start);
    SourceSpan { start: last.saturating_sub(end.len()).max(node.span().start), end: last }
}
