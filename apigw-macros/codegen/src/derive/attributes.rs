//! `#[apigw(…)]` on a structure and on its fields.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, LitStr, Path, Token};

use crate::diagnostics::Diagnostics;
use crate::literal::Allow;
use crate::source::Origin;

/// What stands on the structure.
#[derive(Default)]
pub(super) struct Container {
    /// The operation or structure that is meant, and whether it is an operation.
    pub(super) target: Option<(Path, bool)>,
    /// Where the specification is.
    pub(super) origin: Origin,
    /// The path of the crate `apigw-model`, if it was given.
    pub(super) model: Option<Path>,
    /// Members that are the same for every value, as `member: value,`.
    pub(super) constants: TokenStream,
    /// The rules that may be broken.
    pub(super) allows: Vec<Allow>,
}

/// What stands on a field.
#[derive(Default)]
pub(super) struct OnField {
    /// The member, if it has another name than the field.
    pub(super) rename: Option<Ident>,
    /// Whether the field is no member.
    pub(super) skip: bool,
    /// Whether the field has its default if the member is absent.
    pub(super) default: bool,
    /// Whether the field is read from the member's string.
    pub(super) parse: bool,
    /// The rules that may be broken.
    pub(super) allows: Vec<Allow>,
}

impl Container {
    /// Reads every `#[apigw(…)]` of a structure.
    pub(super) fn read(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Self {
        let mut container = Self::default();
        each(attributes, diagnostics, |input| container.argument(input));
        container
    }

    fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = input.call(Ident::parse_any)?;
        let word = name.unraw().to_string();
        if (word == "allow" || word == "expect") && input.peek(syn::token::Paren) {
            self.allows.extend(parenthesized(input)?);
            return Ok(());
        }
        if !input.peek(Token![=]) {
            let message = format!(
                "expected `=` after `{word}`; write `operation = {word}` for an operation, or `{word} = …` for a member"
            );
            return Err(syn::Error::new(name.span(), message));
        }
        input.parse::<Token![=]>()?;

        match word.as_str() {
            "operation" | "structure" => {
                let target = (target(input)?, word == "operation");
                if self.target.is_some() {
                    let message = "a structure stands for one operation or structure; remove this one";
                    return Err(syn::Error::new(name.span(), message));
                }
                self.target = Some(target);
            }
            "path" => self.origin.argument(input)?,
            "crate" => self.model = Some(input.call(Path::parse_mod_style)?),
            _ => {
                let mut value = TokenStream::new();
                while !input.is_empty() && !input.peek(Token![,]) {
                    value.extend(std::iter::once(input.parse::<TokenTree>()?));
                }
                self.constants.extend(quote!(#name: #value,));
            }
        }
        Ok(())
    }
}

impl OnField {
    /// Reads every `#[apigw(…)]` of a field.
    pub(super) fn read(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Self {
        let mut field = Self::default();
        each(attributes, diagnostics, |input| field.argument(input));
        field
    }

    fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = input.call(Ident::parse_any)?;
        match name.to_string().as_str() {
            "skip" => self.skip = true,
            "default" => self.default = true,
            "parse" => self.parse = true,
            "allow" | "expect" => self.allows.extend(parenthesized(input)?),
            "rename" => {
                input.parse::<Token![=]>()?;
                self.rename = Some(if input.peek(LitStr) {
                    let text: LitStr = input.parse()?;
                    text.parse_with(Ident::parse_any)?
                } else {
                    input.call(Ident::parse_any)?
                });
            }
            other => {
                let message = format!(
                    "unknown attribute `{other}` of a field; expected `rename`, `skip`, `default`, `parse`, `allow` or `expect`"
                );
                return Err(syn::Error::new(name.span(), message));
            }
        }
        Ok(())
    }
}

/// The path of an operation or structure.
fn target(input: ParseStream<'_>) -> syn::Result<Path> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let message = format!("write the name without quotes: `{}`", text.value());
        return Err(syn::Error::new(text.span(), message));
    }
    input.call(Path::parse_mod_style)
}

fn parenthesized(input: ParseStream<'_>) -> syn::Result<Vec<Allow>> {
    let content;
    syn::parenthesized!(content in input);
    Allow::parse_arguments(&content)
}

/// Reads the comma-separated arguments of every `#[apigw(…)]`; what is wrong is reported and passed over.
fn each(
    attributes: &[Attribute],
    diagnostics: &mut Diagnostics,
    mut argument: impl FnMut(ParseStream<'_>) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("apigw")) {
        let tokens = match attribute.meta.require_list() {
            Ok(list) => list.tokens.clone(),
            Err(_) => {
                diagnostics.error(attribute.path().span(), "the arguments of `apigw` are missing; write `#[apigw(…)]`");
                continue;
            }
        };
        let outcome = (|input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Err(error) = argument(input) {
                    diagnostics.syntax(error);
                    while !input.is_empty() && !input.peek(Token![,]) {
                        input.parse::<TokenTree>()?;
                    }
                }
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        })
        .parse2(tokens);
        if let Err(error) = outcome {
            diagnostics.syntax(error);
        }
    }
}
