//! The head of a call: where the specification is, the operation's path, and the tokens between the braces.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Path, Token};

use crate::source::Origin;

/// A call, with its members still unread.
pub(super) struct Head {
    /// Where the specification is.
    pub(super) origin: Origin,
    /// The path of the operation.
    pub(super) path: Path,
    /// The tokens between the braces.
    pub(super) content: TokenStream,
}

/// A call, as far as it can be read without its specification.
pub(super) enum Reading {
    /// All of it.
    Whole(Head),
    /// A call that the macro of a model has to add the specification to, and what stands after the model's name.
    Elsewhere(Path, TokenStream),
}

/// Reads `path = "…", Operation { … }`.
pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Reading> {
    let mut origin = Origin::default();
    while input.peek(syn::Ident) && input.peek2(Token![=]) {
        let name: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        match name.to_string().as_str() {
            "path" => origin.argument(input)?,
            "specification" => origin = Origin::specification(input)?,
            _ => return Err(syn::Error::new(name.span(), format!("unknown argument `{name}`; expected `path`"))),
        }
        input.parse::<Token![,]>()?;
        if let Origin::Module(module) = origin {
            return Ok(Reading::Elsewhere(module, input.parse()?));
        }
    }
    if input.is_empty() {
        return Err(input.error("expected an operation and its members: `Operation { … }`"));
    }

    let path = input.call(Path::parse_mod_style)?;
    match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            Ok(Reading::Whole(Head { origin, path, content: group.stream() }))
        }
        _ => Err(syn::Error::new_spanned(path, "the operation's members are missing; write `{ … }` after its name")),
    }
}
