//! Strings that macros of the standard library make of what is written in a call.

use proc_macro2::TokenStream;
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprMacro, Lit, LitStr, Token};

/// An expression without parentheses and invisible groups around it.
pub(super) fn visible(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => visible(&inner.expr),
        Expr::Group(inner) => visible(&inner.expr),
        _ => expr,
    }
}

/// The text of a string literal, of `concat!`, or of `env!` as far as `variable` knows it.
pub(super) fn constant_text(expr: &Expr, variable: fn(&str) -> Option<String>) -> Option<String> {
    match visible(expr) {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Macro(call) => match standard_macro(call)?.as_str() {
            "concat" => arguments(&call.mac.tokens)?.iter().map(|part| part_text(part, variable)).collect(),
            "env" => variable(
                &(|input: syn::parse::ParseStream<'_>| {
                    let name: LitStr = input.parse()?;
                    // A message for a variable that is not set.
                    input.parse::<TokenStream>()?;
                    Ok(name.value())
                })
                .parse2(call.mac.tokens.clone())
                .ok()?,
            ),
            _ => None,
        },
        _ => None,
    }
}

/// A part of `concat!`, which takes other literals too.
fn part_text(expr: &Expr, variable: fn(&str) -> Option<String>) -> Option<String> {
    match visible(expr) {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Char(value) => Some(value.value().to_string()),
            Lit::Bool(value) => Some(value.value.to_string()),
            Lit::Int(value) => value.base10_parse::<u128>().ok().map(|value| value.to_string()),
            _ => constant_text(expr, variable),
        },
        _ => constant_text(expr, variable),
    }
}

/// The arguments of a macro that takes expressions.
pub(super) fn arguments(tokens: &TokenStream) -> Option<Punctuated<Expr, Token![,]>> {
    Punctuated::parse_terminated.parse2(tokens.clone()).ok()
}

/// The name of a macro that can only be the standard library's, as far as its path says.
pub(super) fn standard_macro(call: &ExprMacro) -> Option<String> {
    let names: Vec<String> = call.mac.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    match names.as_slice() {
        [name] if call.mac.path.leading_colon.is_none() => Some(name.clone()),
        [library, name] if library == "std" || library == "core" => Some(name.clone()),
        _ => None,
    }
}
