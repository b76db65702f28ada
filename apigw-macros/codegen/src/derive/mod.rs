//! The derives: a structure of the user, paired with a structure of the specification.

mod attributes;
mod input;
mod output;
mod respan;
mod subject;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::source::{self, Origin};
use attributes::Container;
use subject::Item;

/// What a derive makes of an item.
type Expand = fn(Item, Diagnostics) -> TokenStream;

/// Expands `#[derive(Input)]`.
pub(crate) fn input(item: TokenStream) -> TokenStream {
    derive(item, None, "input", input::expand)
}

/// Expands `#[derive(Input)]` with the specification of a model.
pub(crate) fn input_with(tokens: TokenStream) -> TokenStream {
    derive_with(tokens, "input", input::expand)
}

/// Expands `#[derive(Output)]`.
pub(crate) fn output(item: TokenStream) -> TokenStream {
    derive(item, None, "output", output::expand)
}

/// Expands `#[derive(Output)]` with the specification of a model.
pub(crate) fn output_with(tokens: TokenStream) -> TokenStream {
    derive_with(tokens, "output", output::expand)
}

fn derive_with(tokens: TokenStream, what: &str, expand: Expand) -> TokenStream {
    match source::split(tokens) {
        Ok((origin, item)) => derive(item, Some(origin), what, expand),
        Err(error) => error.into_compile_error(),
    }
}

/// Reads an item, and lets the macro of a model add the specification if the item names one.
fn derive(tokens: TokenStream, given: Option<Origin>, what: &str, expand: Expand) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let item: syn::DeriveInput = match syn::parse2(tokens.clone()) {
        Ok(item) => item,
        Err(error) => {
            diagnostics.syntax(error);
            return diagnostics.into_tokens();
        }
    };
    let mut container = Container::read(&item.attrs, &mut diagnostics);
    match (given, &container.origin) {
        (Some(origin), _) => container.origin = origin,
        (None, Origin::Module(module)) => return source::callback(module, what, tokens),
        (None, _) => {}
    }
    expand(Item { item, container }, diagnostics)
}
