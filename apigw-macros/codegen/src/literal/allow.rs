//! `#[allow(rule, reason = "…")]` on a member: the caller knows better, and says why.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

/// One rule that may be broken.
pub(crate) struct Allow {
    /// The rule's identifier.
    pub(crate) rule: String,
    /// Where it is named: the first and the last token.
    pub(crate) span: (Span, Span),
}

impl Allow {
    /// Reads the arguments of an `allow`: rules, each a string or its bare words (`uri-port`), and a reason at the end.
    pub(crate) fn parse_arguments(input: ParseStream<'_>) -> syn::Result<Vec<Self>> {
        let mut allows = Vec::new();
        let mut reason = false;
        while !input.is_empty() {
            if input.peek(Ident) && input.peek2(Token![=]) {
                let name: Ident = input.parse()?;
                input.parse::<Token![=]>()?;
                let text: LitStr = input.parse()?;
                if name != "reason" || text.value().trim().is_empty() {
                    return Err(syn::Error::new(
                        name.span(),
                        "only a reason can follow the rules; write `reason = \"…\"`",
                    ));
                }
                reason = true;
            } else {
                allows.push(Self::parse_rule(input)?);
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }

        match allows.first() {
            Some(first) if !reason => {
                let message = format!("allowing `{}` needs a reason; add `reason = \"…\"`", first.rule);
                Err(syn::Error::new(first.span.0, message))
            }
            Some(_) => Ok(allows),
            None => Err(input.error("no rule to allow; name one, such as `allow(enum, reason = \"…\")`")),
        }
    }

    fn parse_rule(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            return Ok(Self { rule: text.value(), span: (text.span(), text.span()) });
        }
        let first = input.call(Ident::parse_any)?;
        let mut last = first.span();
        let mut rule = first.to_string();
        while input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            let word = input.call(Ident::parse_any)?;
            last = word.span();
            rule.push('-');
            rule.push_str(&word.to_string());
        }
        Ok(Self { rule, span: (first.span(), last) })
    }
}
