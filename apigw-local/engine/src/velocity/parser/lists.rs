//! The lists of a tree, which are read one within another.

use std::ops::Range;

use super::stream::Parser;
use crate::velocity::tree::{Accessor, Branch, Expression, ListRange, Node, Operand, TextPart, add};

/// A kind of parts that lists are made of.
pub(super) trait Piece: Sized {
    /// The parts that are not in a list yet, and those that are.
    fn lists<'p>(parser: &'p mut Parser<'_>) -> (&'p mut Vec<Self>, &'p mut Vec<Self>);
}

macro_rules! pieces {
    ($($piece:ty, $list:ident;)+) => {$(
        impl Piece for $piece {
            fn lists<'p>(parser: &'p mut Parser<'_>) -> (&'p mut Vec<Self>, &'p mut Vec<Self>) {
                (&mut parser.space.$list, &mut parser.build.tree.$list)
            }
        }
    )+};
}

pieces! {
    Node, nodes;
    Accessor, accessors;
    Expression, expressions;
    Branch, branches;
    Operand, operands;
}

impl Parser<'_> {
    /// Begins a list: what says where it begins.
    pub(super) fn begin<P: Piece>(&mut self) -> usize {
        P::lists(self).0.len()
    }

    /// Adds a part to the list that began last.
    pub(super) fn push<P: Piece>(&mut self, piece: P) {
        P::lists(self).0.push(piece);
    }

    /// Ends the list that began there.
    pub(super) fn end<P: Piece>(&mut self, begin: usize) -> ListRange {
        let (open, list) = P::lists(self);
        add(list, open.drain(begin.min(open.len())..))
    }

    /// A list of one part.
    pub(super) fn single<P: Piece>(&mut self, piece: P) -> ListRange {
        add(P::lists(self).1, [piece])
    }

    /// A part of the text that is read.
    pub(super) fn part(&self, range: Range<usize>) -> TextPart {
        TextPart::new(self.base + range.start..self.base + range.end)
    }
}
