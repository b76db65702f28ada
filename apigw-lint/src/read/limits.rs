//! What a file may hold, so that no file exhausts the memory or the stack.

use super::error::ReadError;
use super::span::SourceSpan;

/// The largest file. Definitions of API Gateway have at most 6 MB, templates of CloudFormation 1 MB.
pub(crate) const MAX_BYTES: usize = 32 << 20;
/// The most values, those that aliases repeat included.
pub(crate) const MAX_NODES: usize = 1_000_000;
/// How deep values may be nested.
pub(super) const MAX_DEPTH: usize = 200;

/// What of the limits is used.
#[derive(Debug, Default)]
pub(super) struct Budget {
    nodes: usize,
}

impl Budget {
    /// Counts values at a depth.
    pub(super) fn take(&mut self, nodes: usize, depth: usize, span: SourceSpan) -> Result<(), ReadError> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > MAX_NODES {
            return Err(ReadError::new(span, format!("the file has more than {MAX_NODES} values; split it")));
        }
        if depth > MAX_DEPTH {
            return Err(ReadError::new(
                span,
                format!("values are nested more than {MAX_DEPTH} levels deep; flatten them"),
            ));
        }
        Ok(())
    }
}
