//! The tree as far as it has been read.

use std::ops::Range;

use super::stream::Parser;
use crate::velocity::tree::{Accessor, Block, Branch, Expression, Node, Operand, Run, Source, Tree, add};

/// A tree, and the text that its template does not have.
#[derive(Debug, Default)]
pub(super) struct Build {
    pub(super) tree: Tree,
    /// How long the template is.
    length: usize,
    extra: String,
}

impl Build {
    /// The tree of a template of which nothing is read yet.
    pub(super) fn of(text: &str) -> Self {
        let mut build = Self { length: text.len(), ..Self::default() };
        // As many parts as a template of this length usually has.
        let usual = text.len() / 32 + 4;
        build.tree.nodes.reserve(usual);
        build.tree.references.reserve(usual / 2);
        build
    }

    /// The tree of a template that has been read.
    pub(super) fn finish(mut self, text: &str, block: Block) -> Tree {
        self.tree.text = if self.extra.is_empty() { text.into() } else { format!("{text}{}", self.extra).into() };
        self.tree.block = block;
        self.tree
    }

    /// Adds a text that the template does not have.
    pub(super) fn extra(&mut self, text: &str) -> Source {
        let start = self.length + self.extra.len();
        self.extra.push_str(text);
        Source::new(start..start + text.len())
    }
}

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
    pub(super) fn end<P: Piece>(&mut self, begin: usize) -> Run {
        let (open, list) = P::lists(self);
        add(list, open.drain(begin.min(open.len())..))
    }

    /// A list of one part.
    pub(super) fn single<P: Piece>(&mut self, piece: P) -> Run {
        add(P::lists(self).1, [piece])
    }

    /// A part of the text that is read.
    pub(super) fn part(&self, range: Range<usize>) -> Source {
        Source::new(self.base + range.start..self.base + range.end)
    }
}
