//! What reading a template makes of it: a tree, or only the answer whether anything is to be said about it.
//!
//! The grammar is written once, for whatever a [`Build`] keeps. Reading for a [`Scan`](super::scan::Scan) keeps
//! nothing, so that checking a sound template allocates nothing.

use super::finding::Finding;
use super::tree::{Directive, Expression, Member, Reference, TemplateToken, TokenKind, Word};

/// A directive, before what its parentheses contain is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    pub(super) word: Word,
    /// The byte offset of the hash.
    pub(super) offset: usize,
    /// The length of the hash and the word, in bytes.
    pub(super) length: usize,
}

/// A reference, without what is read from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) offset: usize,
    pub(super) length: usize,
    pub(super) name: &'a str,
    pub(super) unclosed: Option<usize>,
}

/// What an expression is made of.
pub(super) enum Part<'a, B: Build<'a> + ?Sized> {
    Reference(B::Reference),
    Text { raw: &'a str, offset: usize, references: B::References },
    Number(&'a str),
    Word(&'a str),
    Group(B::List),
}

/// What takes the pieces of a template as they are read. Pieces within brackets can come more than once, if the first
/// reading of the brackets fails.
pub(super) trait Build<'a> {
    /// A reference.
    type Reference;
    /// The references of a string.
    type References: Default;
    /// What is read from a reference.
    type Members: Default;
    /// An expression.
    type Expression;
    /// Expressions in order.
    type List: Default;

    fn property(&mut self, members: &mut Self::Members, name: &'a str, offset: usize);
    fn method(&mut self, members: &mut Self::Members, name: &'a str, offset: usize, arguments: Self::List);
    fn index(&mut self, members: &mut Self::Members, index: Self::Expression);
    fn reference(&mut self, head: Head<'a>, members: Self::Members) -> Self::Reference;
    fn within(&mut self, references: &mut Self::References, reference: Self::Reference);
    fn expression(&mut self, part: Part<'a, Self>) -> Self::Expression;
    fn push(&mut self, list: &mut Self::List, expression: Self::Expression);

    fn text(&mut self, offset: usize, source: &'a str);
    fn comment(&mut self, offset: usize, source: &'a str);
    fn printed(&mut self, offset: usize, source: &'a str, reference: Self::Reference);
    fn directive(&mut self, opening: Opening, source: &'a str, arguments: Self::List);
    fn finding(&mut self, finding: impl FnOnce() -> Finding);
}

/// Keeps everything.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    pub(super) tokens: Vec<TemplateToken<'a>>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Build<'a> for Tree<'a> {
    type Reference = Reference<'a>;
    type References = Vec<Reference<'a>>;
    type Members = Vec<Member<'a>>;
    type Expression = Expression<'a>;
    type List = Vec<Expression<'a>>;

    fn property(&mut self, members: &mut Self::Members, name: &'a str, offset: usize) {
        members.push(Member::Property { name, offset });
    }

    fn method(&mut self, members: &mut Self::Members, name: &'a str, offset: usize, arguments: Self::List) {
        members.push(Member::Method { name, offset, arguments });
    }

    fn index(&mut self, members: &mut Self::Members, index: Expression<'a>) {
        members.push(Member::Index(index));
    }

    fn reference(&mut self, head: Head<'a>, members: Self::Members) -> Reference<'a> {
        let Head { offset, length, name, unclosed } = head;
        Reference { offset, length, name, members, unclosed }
    }

    fn within(&mut self, references: &mut Self::References, reference: Reference<'a>) {
        references.push(reference);
    }

    fn expression(&mut self, part: Part<'a, Self>) -> Expression<'a> {
        match part {
            Part::Reference(reference) => Expression::Reference(reference),
            Part::Text { raw, offset, references } => Expression::Text { raw, offset, references },
            Part::Number(number) => Expression::Number(number),
            Part::Word(word) => Expression::Word(word),
            Part::Group(parts) => Expression::Group(parts),
        }
    }

    fn push(&mut self, list: &mut Self::List, expression: Expression<'a>) {
        list.push(expression);
    }

    fn text(&mut self, offset: usize, source: &'a str) {
        self.tokens.push(TemplateToken { offset, source, kind: TokenKind::Text });
    }

    fn comment(&mut self, offset: usize, source: &'a str) {
        self.tokens.push(TemplateToken { offset, source, kind: TokenKind::Comment });
    }

    fn printed(&mut self, offset: usize, source: &'a str, reference: Reference<'a>) {
        self.tokens.push(TemplateToken { offset, source, kind: TokenKind::Reference(reference) });
    }

    fn directive(&mut self, opening: Opening, source: &'a str, arguments: Self::List) {
        let Opening { word, offset, length } = opening;
        let directive = Directive { word, offset, length, arguments };
        self.tokens.push(TemplateToken { offset, source, kind: TokenKind::Directive(directive) });
    }

    fn finding(&mut self, finding: impl FnOnce() -> Finding) {
        self.findings.push(finding());
    }
}
