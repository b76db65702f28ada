//! The arguments of `model!` and `client!`: `name = value` pairs.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{LitStr, Path, Token, bracketed};

use crate::diagnostics::Diagnostics;

/// A call's arguments, as far as they could be understood.
#[derive(Default)]
pub(crate) struct Call {
    /// The operations asked for; all if empty.
    pub operations: Vec<Ident>,
    /// The specification's files; the built-in one if empty.
    pub files: Vec<LitStr>,
    /// The path of the crate `apigw-model`, if it was given.
    pub model: Option<Path>,
    /// The type to extend, of `client!`.
    pub target: Option<Path>,
}

impl Call {
    /// Reads arguments. What is wrong is reported, what is right is kept.
    pub(crate) fn parse(input: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut call = Self::default();
        let outcome = (|input: ParseStream<'_>| {
            while !input.is_empty() {
                call.argument(input)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        })
        .parse2(input);
        if let Err(error) = outcome {
            diagnostics.syntax(error);
        }
        call
    }

    fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            self.target = Some(input.parse()?);
            return Ok(());
        }
        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            self.model = Some(input.call(Path::parse_mod_style)?);
            return Ok(());
        }
        let name: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        match name.to_string().as_str() {
            "model" => self.model = Some(input.call(Path::parse_mod_style)?),
            "operations" => {
                let list;
                bracketed!(list in input);
                self.operations = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?.into_iter().collect();
                refuse_empty(&name, self.operations.is_empty())?;
            }
            "path" if input.peek(LitStr) => self.files.push(input.parse()?),
            "path" => {
                let list;
                bracketed!(list in input);
                self.files = Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?.into_iter().collect();
                refuse_empty(&name, self.files.is_empty())?;
            }
            other => {
                let message = format!("unknown argument `{other}`; expected `operations`, `path`, `crate` or `model`");
                return Err(syn::Error::new(name.span(), message));
            }
        }
        Ok(())
    }
}

/// An empty list would mean everything, which nobody who writes one expects.
fn refuse_empty(name: &Ident, is_empty: bool) -> syn::Result<()> {
    if is_empty {
        Err(syn::Error::new(name.span(), format!("`{name}` is empty; leave it out, or fill it")))
    } else {
        Ok(())
    }
}
