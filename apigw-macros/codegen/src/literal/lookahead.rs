//! What follows, and where it ends: the tokens between values.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, ExprLit, ExprPath, Lit, Token};

use super::constant::visible;
use crate::diagnostics::Diagnostics;

/// Where some tokens end.
pub(super) fn end_of(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().last().map(|tree| match tree {
        TokenTree::Group(group) => group.span_close(),
        other => other.span(),
    })
}

/// An error that the end of the tokens caused is reported at the last of them, and not at the whole call.
pub(super) fn placed(error: syn::Error, end: Option<Span>) -> syn::Error {
    let message = error.to_string();
    match end {
        Some(end) if message.starts_with("unexpected end of input") => syn::Error::new(end, message),
        _ => error,
    }
}

/// The colon between a name or key and its value. Another sign in its place is reported and passed over.
pub(super) fn colon(
    after: &dyn Fn() -> String,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> syn::Result<()> {
    if input.peek(Token![:]) {
        return input.parse::<Token![:]>().map(drop);
    }
    let message = format!("expected `:` after {}", after());
    if !input.peek(Token![=]) && !input.peek(Token![=>]) {
        return Err(input.error(message));
    }
    let sign = input.parse::<TokenTree>()?;
    // The rest of `=>`.
    while input.peek(Token![>]) || input.peek(Token![=]) {
        input.parse::<TokenTree>()?;
    }
    diagnostics.error(sign.span(), message);
    Ok(())
}

/// The content of a group without delimiters that is a whole value.
pub(super) fn invisible_group(input: ParseStream<'_>) -> Option<TokenStream> {
    input.cursor().group(Delimiter::None)?;
    let fork = input.fork();
    match fork.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::None && ends_value(&fork) => {
            Some(group.stream())
        }
        _ => None,
    }
}

/// Whether a value ends here.
pub(super) fn ends_value(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// A literal or name that is all there is up to an `end`. Most values and keys are one, and the grammar of expressions is
/// long.
pub(super) fn single(input: ParseStream<'_>, end: fn(ParseStream<'_>) -> bool) -> Option<Expr> {
    let cursor = input.cursor();
    if cursor.literal().is_none() && cursor.ident().is_none() {
        return None;
    }
    let fork = input.fork();
    let attrs = Vec::new();
    let expr = match fork.parse::<Lit>() {
        Ok(lit) => Expr::Lit(ExprLit { attrs, lit }),
        Err(_) => Expr::Path(ExprPath { attrs, qself: None, path: fork.parse::<Ident>().ok()?.into() }),
    };
    end(&fork).then(|| input.advance_to(&fork))?;
    Some(expr)
}

/// Whether the colon after a key follows.
pub(super) fn ends_key(input: ParseStream<'_>) -> bool {
    input.peek(Token![:]) && !input.peek(Token![::])
}

/// Whether `{ member: … }`, `{ ..base }`, `{}` or `Path { … }` follows.
pub(super) fn starts_fields(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    if !fork.peek(syn::token::Brace) && fork.call(syn::Path::parse_mod_style).is_err() {
        return false;
    }
    let Ok(TokenTree::Group(group)) = fork.parse::<TokenTree>() else { return false };
    if group.delimiter() != Delimiter::Brace || !ends_value(&fork) {
        return false;
    }

    let mut tokens = group.stream().into_iter();
    let sign = |tree: Option<&TokenTree>| match tree {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    let (first, second, third) = (tokens.next(), tokens.next(), tokens.next());
    match (&first, sign(second.as_ref())) {
        (None, _) | (Some(TokenTree::Ident(_)), Some(',')) | (Some(TokenTree::Literal(_)), Some(':')) => true,
        (Some(TokenTree::Punct(punct)), _) => matches!(punct.as_char(), '.' | '#'),
        // A block can be one name, or begin with a path, a comparison, or a name and `?`.
        (Some(TokenTree::Ident(_)), None) => second.is_none(),
        (Some(TokenTree::Ident(_)), Some(':')) => sign(third.as_ref()) != Some(':'),
        (Some(TokenTree::Ident(_)), Some('=')) => !matches!(sign(third.as_ref()), Some('=' | '>')),
        (Some(TokenTree::Ident(_)), Some('?')) => matches!(sign(third.as_ref()), Some(':' | ',')),
        _ => false,
    }
}

/// Whether `{ "key": … }`, `{}`, or something that can only be entries with mistakes follows.
pub(super) fn starts_entries(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let Ok(TokenTree::Group(group)) = fork.parse::<TokenTree>() else { return false };
    if group.delimiter() != Delimiter::Brace || !ends_value(&fork) {
        return false;
    }

    let begins = (|input: ParseStream<'_>| {
        if input.is_empty() {
            return Ok(true);
        }
        let is_entry = single(input, ends_key).is_some();
        if is_entry {
            input.parse::<TokenStream>()?;
            return Ok(true);
        }
        let outcome = input.parse::<Expr>().map(|expr| {
            let is_key = matches!(visible(&expr), Expr::Lit(_)) && input.is_empty();
            let is_assigned = matches!(&expr, Expr::Assign(assign) if matches!(*assign.left, Expr::Lit(_)));
            is_key || is_assigned || input.peek(Token![:]) || input.peek(Token![,]) || input.peek(Token![=>])
        });
        while !input.is_empty() {
            input.parse::<TokenTree>()?;
        }
        Ok(outcome.unwrap_or(false))
    })
    .parse2(group.stream());
    begins.unwrap_or(false)
}

/// Whether `[…]` or `&[…]` follows that is a whole value and no `[item; length]`.
pub(super) fn starts_items(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    if fork.peek(Token![&]) && fork.parse::<Token![&]>().is_err() {
        return false;
    }
    match fork.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket && ends_value(&fork) => {
            let is_semicolon = |tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';');
            !group.stream().into_iter().any(is_semicolon)
        }
        _ => false,
    }
}

pub(super) fn group(input: ParseStream<'_>) -> syn::Result<(TokenStream, Span)> {
    match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => Ok((group.stream(), group.span())),
        other => Err(syn::Error::new(other.span(), "expected braces or brackets")),
    }
}
