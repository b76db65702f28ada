//! The arguments of a call.

use syn::parse::{Parse, ParseStream, Result};
use syn::{Ident, LitStr, Path, Token};

/// What a call asks for.
pub(crate) struct IncludeCall {
    /// The path of the document.
    pub(crate) path: LitStr,
    /// Whether warnings are errors.
    pub(crate) denies_warnings: bool,
    /// The crate that has the type of the value.
    pub(crate) model: Option<Path>,
}

impl Parse for IncludeCall {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut call = Self { path: input.parse()?, denies_warnings: false, model: None };
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            if input.parse::<Option<Token![crate]>>()?.is_some() {
                input.parse::<Token![=]>()?;
                call.model = Some(input.call(Path::parse_mod_style)?);
                continue;
            }
            let option: Ident = input.parse()?;
            if option != "deny_warnings" {
                return Err(syn::Error::new(option.span(), "no such option; write `deny_warnings` or `crate = path`"));
            }
            call.denies_warnings = true;
        }
        if input.is_empty() { Ok(call) } else { Err(input.error("expected a comma")) }
    }
}
