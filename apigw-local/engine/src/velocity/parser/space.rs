//! The lists that reading a template needs for its time only, which the next template takes over.

use std::cell::Cell;

use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Accessor, Branch, Expression, Node, Operand};

/// So many tokens are worth keeping space for. The space of a longer template is given back.
const MAX_KEPT: usize = 8 * 1024;

thread_local! {
    static SPARE: Cell<Option<Box<Space>>> = const { Cell::new(None) };
}

/// A token in less space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Where the matches end that were kept with it; they begin where those of the token before end.
    pub(super) specials: u32,
}

/// The lists.
#[derive(Debug, Default)]
pub(super) struct Space {
    /// The tokens.
    pub(super) tokens: Vec<Kept>,
    /// The parts of what is not complete yet: a list that contains another is longer than the other.
    pub(super) nodes: Vec<Node>,
    pub(super) accessors: Vec<Accessor>,
    pub(super) expressions: Vec<Expression>,
    pub(super) branches: Vec<Branch>,
    pub(super) operands: Vec<Operand>,
}

impl Space {
    /// Empty lists.
    pub(super) fn take() -> Box<Self> {
        SPARE.take().unwrap_or_default()
    }

    /// Leaves the lists to the next template.
    pub(super) fn leave(mut self: Box<Self>) {
        if self.tokens.capacity() > MAX_KEPT {
            return;
        }
        self.tokens.clear();
        self.nodes.clear();
        self.accessors.clear();
        self.expressions.clear();
        self.branches.clear();
        self.operands.clear();
        SPARE.set(Some(self));
    }
}
