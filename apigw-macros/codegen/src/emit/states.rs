//! The type parameters of a builder: one a member, in groups.
//!
//! A setter changes the parameter of its member and names the groups of the others as wholes, since what a call costs the
//! compiler grows with the parameters that the method names.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::names;

/// With fewer members than this, each is a group.
const GROUPED_FROM: usize = 6;

/// The states of the members.
pub(super) struct States {
    groups: Vec<Vec<Ident>>,
}

impl States {
    /// The states of members with these names.
    pub(super) fn new(fields: &[Ident]) -> Self {
        let size = if fields.len() < GROUPED_FROM { 1 } else { fields.len().isqrt() };
        let state = |field| names::prefixed("S", field);
        Self { groups: fields.chunks(size).map(|group| group.iter().map(state).collect()).collect() }
    }

    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.groups.len()
    }

    /// The group of the member at a position.
    pub(super) fn group_of(&self, index: usize) -> usize {
        let mut ends = self.groups.iter().scan(0, |end, group| {
            *end += group.len();
            Some(*end)
        });
        ends.position(|end| index < end).unwrap_or_default()
    }

    /// The parameters that name each group as a whole, with a letter for whose they are.
    pub(super) fn whole(&self, letter: &str) -> Vec<Ident> {
        (0..self.len()).map(|number| names::numbered(letter, number)).collect()
    }

    /// The parameters with some groups in their parts.
    pub(super) fn parameters(&self, is_open: impl Fn(usize) -> bool) -> Vec<Ident> {
        let whole = self.whole("G").into_iter().enumerate();
        let parameters = whole.zip(&self.groups).map(
            |((number, whole), group)| {
                if is_open(number) { group.clone() } else { vec![whole] }
            },
        );
        parameters.flatten().collect()
    }

    /// The arguments with some groups in their parts, of which `state` may replace some.
    pub(super) fn arguments(
        &self,
        is_open: impl Fn(usize) -> bool,
        state: impl Fn(&Ident) -> TokenStream,
    ) -> Vec<TokenStream> {
        let whole = self.whole("G").into_iter().enumerate();
        let arguments = whole.zip(&self.groups).map(|((number, whole), group)| {
            if is_open(number) { together(group.iter().map(&state)) } else { quote!(#whole) }
        });
        arguments.collect()
    }

    /// The arguments with all groups in their parts.
    pub(super) fn each(&self, state: impl Fn(&Ident) -> TokenStream) -> Vec<TokenStream> {
        self.arguments(|_| true, state)
    }
}

/// A group of one is its member, a larger one a tuple.
fn together(states: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    if states.len() == 1 { quote!(#(#states)*) } else { quote!((#(#states),*)) }
}
