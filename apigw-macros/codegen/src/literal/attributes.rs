//! The attributes of members.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;

use super::allow::Allow;
use crate::diagnostics::Diagnostics;

/// What stands on a member.
#[derive(Default)]
pub(super) struct Attributes {
    pub(super) allows: Vec<Allow>,
    pub(super) cfgs: TokenStream,
}

impl Attributes {
    /// Reads attributes; those that mean nothing here are reported and passed over. Documentation is a comment.
    pub(super) fn read(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Self> {
        let mut attributes = Self::default();
        for attribute in input.call(syn::Attribute::parse_outer)? {
            let path = attribute.path();
            if path.is_ident("allow") || path.is_ident("expect") {
                match attribute.parse_args_with(Allow::parse_arguments) {
                    Ok(allows) => attributes.allows.extend(allows),
                    Err(error) => diagnostics.syntax(error),
                }
            } else if path.is_ident("cfg") {
                attribute.to_tokens(&mut attributes.cfgs);
            } else if !path.is_ident("doc") {
                let message = "only `#[allow(rule, reason = \"…\")]`, `#[expect(…)]` and `#[cfg(…)]` can stand here";
                diagnostics.error(attribute.span(), message);
            }
        }
        Ok(attributes)
    }
}
