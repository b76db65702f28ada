//! Tokens of the user's item in derived code: they keep their place, and the compiler sees that the macro wrote them, so
//! that it does not warn of a deprecated field or type again.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// A name of the item, as it is written in derived code.
pub(super) fn derived_ident(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(derived_span(ident.span()));
    ident
}

/// Tokens of the item, as they are written in derived code.
pub(super) fn derived(tokens: TokenStream) -> TokenStream {
    tokens.into_iter().map(derived_tree).collect()
}

/// Tokens of the macro's own, at a place in the item.
pub(super) fn located(tokens: &TokenStream, place: Span) -> TokenStream {
    let each = tokens.clone().into_iter().map(|mut tree| {
        tree.set_span(tree.span().located_at(place));
        tree
    });
    each.collect()
}

fn derived_tree(tree: TokenTree) -> TokenTree {
    match tree {
        TokenTree::Group(group) => {
            let mut derived = Group::new(group.delimiter(), derived(group.stream()));
            derived.set_span(group.span());
            TokenTree::Group(derived)
        }
        // It means the crate of the macro that wrote it.
        TokenTree::Ident(ident) if ident == "$crate" => TokenTree::Ident(ident),
        TokenTree::Ident(ident) => TokenTree::Ident(derived_ident(&ident)),
        other => other,
    }
}

fn derived_span(span: Span) -> Span {
    Span::call_site().located_at(span)
}
