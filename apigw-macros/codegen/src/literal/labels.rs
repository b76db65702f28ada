//! Labels that a macro passed on: `$label:lifetime` stands in a group that is not seen, where the parser of expressions
//! finds no label.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The tokens with their labels outside of such groups.
pub(crate) fn with_labels(tokens: TokenStream) -> TokenStream {
    if !has_hidden_label(&tokens) {
        return tokens;
    }
    let shown = tokens.into_iter().flat_map(|tree| match tree {
        TokenTree::Group(group) if is_label(&group) => group.stream(),
        TokenTree::Group(group) => {
            let mut shown = Group::new(group.delimiter(), with_labels(group.stream()));
            shown.set_span(group.span());
            TokenTree::from(shown).into()
        }
        other => other.into(),
    });
    shown.collect()
}

fn has_hidden_label(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => is_label(&group) || has_hidden_label(&group.stream()),
        _ => false,
    })
}

/// Whether a group is nothing but a label.
fn is_label(group: &Group) -> bool {
    if group.delimiter() != Delimiter::None {
        return false;
    }
    let mut trees = group.stream().into_iter();
    let is_quote = matches!(trees.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '\'');
    is_quote && matches!(trees.next(), Some(TokenTree::Ident(_))) && trees.next().is_none()
}
