//! The head of a call: where the specification is, the operation's path, and the tokens between the braces.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{LitStr, Path, Token};

use crate::source;

/// A call, with its members still unread.
pub(super) struct Head {
    /// The specification's files; the built-in one if empty.
    pub(super) files: Vec<LitStr>,
    /// The path of the operation.
    pub(super) path: Path,
    /// The tokens between the braces.
    pub(super) content: TokenStream,
}

/// Reads `path = "…", Operation { … }`.
pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Head> {
    let mut files = Vec::new();
    while input.peek(syn::Ident) && input.peek2(Token![=]) {
        let name: Ident = input.parse()?;
        if name != "path" {
            return Err(syn::Error::new(name.span(), format!("unknown argument `{name}`; expected `path`")));
        }
        input.parse::<Token![=]>()?;
        files.push(source::file_name(input)?);
        input.parse::<Token![,]>()?;
    }
    if input.is_empty() {
        return Err(input.error("expected an operation and its members: `Operation { … }`"));
    }
    let path = input.call(Path::parse_mod_style)?;
    match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            Ok(Head { files, path, content: group.stream() })
        }
        _ => Err(syn::Error::new_spanned(path, "the operation's members are missing; write `{ … }` after its name")),
    }
}
