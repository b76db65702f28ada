//! The syntax: a structure literal whose values are read by the shapes of their members.
//!
//! Parsing gives a value and problems, never one or the other: a half-typed member is reported and passed over, and
//! what stands around it is still checked and emitted.

use apigw_spec::shape::Text;
use apigw_spec::suggest::nearest;
use apigw_spec::{Kind, Member, Shape};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, Lit, Token, UnOp};

use super::allow::Allow;
use super::ast::{Field, Fields, Literal, LiteralEntries, LiteralItems, LiteralKind};
use super::check::find_member;
use crate::diagnostics::Diagnostics;
use crate::names;

/// Reads the members of a structure from the tokens between its braces; `owner` is the name to show for it.
pub(crate) fn parse_fields(
    shape: &Shape,
    tokens: TokenStream,
    owner: &'static str,
    diagnostics: &mut Diagnostics,
) -> Fields {
    let mut fields = Fields::default();
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            if let Err(error) = member(shape, input, owner, &mut fields, diagnostics) {
                diagnostics.syntax(error);
                skip_to_comma(input);
            }
            if !input.is_empty()
                && let Err(error) = input.parse::<Token![,]>()
            {
                diagnostics.syntax(error);
                skip_to_comma(input);
                let _ = input.parse::<Token![,]>();
            }
        }
        Ok(())
    })
    .parse2(tokens);

    if let Err(error) = parsed {
        diagnostics.syntax(error);
    }
    fields
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}

fn member(
    shape: &Shape,
    input: ParseStream<'_>,
    owner: &'static str,
    fields: &mut Fields,
    diagnostics: &mut Diagnostics,
) -> syn::Result<()> {
    if input.peek(Token![..]) {
        input.parse::<Token![..]>()?;
        fields.base = Some(input.parse::<Expr>()?.into_token_stream());
        return Ok(());
    }

    let allows = attributes(input)?;
    let ident = input.call(Ident::parse_any)?;
    let found = find_member(shape, &ident, owner, diagnostics);
    let value = member_value(found.map(|(_, member)| member), &ident, input, diagnostics);
    // The value is read even if there is no such member, so that parsing continues behind it.
    let Some((index, found)) = found else { return value.map(drop) };
    if fields.members.iter().any(|field| field.index == index) {
        let message = format!("`{}` is given twice; remove one", ident.unraw());
        return Err(syn::Error::new(ident.span(), message));
    }

    let mut setter = names::member(shape, index).unwrap_or_else(|| ident.clone());
    setter.set_span(ident.span());
    let mistyped = setter.unraw() != ident.unraw();
    let omit = mistyped || value.is_err();
    // A member that is given wrongly is given: it is no missing member too.
    let unseen = || Literal { tokens: TokenStream::new(), span: ident.span(), kind: LiteralKind::Opaque };

    let (value, outcome) = match value {
        Ok(_) if mistyped => (unseen(), Ok(())),
        Ok(value) => (value, Ok(())),
        Err(error) => (unseen(), Err(error)),
    };

    fields.members.push(Field { setter, shape: found.target.shape(), index, name: found.name, value, allows, omit });
    outcome
}

/// The value after a member's name. `uri` alone is short for `uri: uri`, as in Rust.
fn member_value(
    member: Option<&'static Member>,
    ident: &Ident,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Literal> {
    let is_keyword = syn::parse2::<Ident>(quote!(#ident)).is_err();
    if !input.peek(Token![:]) && !is_keyword {
        return Ok(Literal { tokens: quote!(#ident), span: ident.span(), kind: LiteralKind::Opaque });
    }
    input.parse::<Option<Token![:]>>()?;
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!("missing the value of `{}`; write one after a colon", ident.unraw());
        return Err(syn::Error::new(ident.span(), message));
    }
    match member {
        Some(member) => value(member.target.shape(), input, diagnostics),
        None => input.parse().map(expression),
    }
}

fn attributes(input: ParseStream<'_>) -> syn::Result<Vec<Allow>> {
    let mut allows = Vec::new();
    for attribute in input.call(syn::Attribute::parse_outer)? {
        if !attribute.path().is_ident("allow") {
            return Err(syn::Error::new(attribute.span(), "only `#[allow(rule, reason = \"…\")]` can stand here"));
        }
        allows.extend(attribute.parse_args_with(Allow::parse_arguments)?);
    }
    Ok(allows)
}

/// Reads one value as its shape asks for.
fn value(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    match shape.kind {
        Kind::Structure(_) if starts_fields(input) => braced_structure(shape, input, diagnostics),
        Kind::Map { value, .. } if starts_entries(input) => braced_map(value.shape(), input, diagnostics),
        Kind::List(item) if input.peek(syn::token::Bracket) => bracketed_list(item.shape(), input, diagnostics),
        Kind::String(text) => Ok(listed_name(&text, input.parse()?)),
        _ => Ok(expression(input.parse()?)),
    }
}

/// The name of a listed value of an enumeration (`HTTP_PROXY`) stands for the value.
fn listed_name(text: &Text, expr: Expr) -> Literal {
    let (Expr::Path(path), Some(values)) = (&expr, text.values.listed()) else { return expression(expr) };
    let Some(name) = path.path.get_ident().map(|ident| ident.unraw().to_string()) else { return expression(expr) };
    let is_constant = !name.chars().any(char::is_lowercase);
    // A constant of the user could have any name, but hardly one a letter away from a listed value.
    let mistyped = is_constant && nearest(&name, values.iter().copied()).is_some();
    if values.contains(&name.as_str()) || mistyped {
        let span = expr.span();
        return Literal { tokens: quote::quote_spanned!(span=> #name), span, kind: LiteralKind::Text(name) };
    }
    expression(expr)
}

/// An expression: a literal is known, anything else is opaque.
fn expression(expr: Expr) -> Literal {
    let kind = literal(&expr).unwrap_or(LiteralKind::Opaque);
    Literal { span: expr.span(), tokens: expr.into_token_stream(), kind }
}

fn literal(expr: &Expr) -> Option<LiteralKind> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(LiteralKind::Text(text.value())),
            Lit::Bool(value) => Some(LiteralKind::Boolean(value.value)),
            Lit::Int(value) => value.base10_parse().ok().map(LiteralKind::Integer),
            Lit::Float(value) => value.base10_parse().ok().map(LiteralKind::Double),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match literal(&unary.expr)? {
            LiteralKind::Integer(value) => Some(LiteralKind::Integer(value.checked_neg()?)),
            LiteralKind::Double(value) => Some(LiteralKind::Double(-value)),
            _ => None,
        },
        Expr::Paren(inner) => literal(&inner.expr),
        Expr::Group(inner) => literal(&inner.expr),
        _ => None,
    }
}

/// Whether `{ member: … }`, `{ ..base }`, `{}` or `Path { … }` follows.
fn starts_fields(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    if !fork.peek(syn::token::Brace) && fork.call(syn::Path::parse_mod_style).is_err() {
        return false;
    }
    match fork.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let mut tokens = group.stream().into_iter();
            match (tokens.next(), tokens.next(), tokens.next()) {
                (None, ..) | (Some(TokenTree::Ident(_)), None, _) => true,
                (Some(TokenTree::Punct(punct)), ..) => matches!(punct.as_char(), '.' | '#'),
                (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(punct)), _) if punct.as_char() == ',' => true,
                (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(colon)), third) => {
                    let path = matches!(&third, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                    colon.as_char() == ':' && !path
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether `{ "key": … }` or `{}` follows.
fn starts_entries(input: ParseStream<'_>) -> bool {
    let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>() else { return false };
    if group.delimiter() != Delimiter::Brace {
        return false;
    }
    let colon = (|input: ParseStream<'_>| {
        let has = input.is_empty() || (input.parse::<Expr>().is_ok() && input.peek(Token![:]));
        while !input.is_empty() {
            input.parse::<TokenTree>()?;
        }
        Ok(has)
    })
    .parse2(group.stream());
    colon.unwrap_or(false)
}

fn braced_structure(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let path = if input.peek(syn::token::Brace) { None } else { Some(input.call(syn::Path::parse_mod_style)?) };
    let (content, span) = group(input)?;
    let fields = parse_fields(shape, content, shape.name(), diagnostics);
    let span = path.as_ref().map_or(span, syn::spanned::Spanned::span);
    Ok(Literal { tokens: path.into_token_stream(), span, kind: LiteralKind::Structure(fields) })
}

fn braced_map(value_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let (content, span) = group(input)?;
    let mut entries = Vec::new();
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            let key = expression(input.parse()?);
            input.parse::<Token![:]>()?;
            entries.push((key, value(value_shape, input, diagnostics)?));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    })
    .parse2(content);
    parsed?;
    Ok(Literal { tokens: TokenStream::new(), span, kind: LiteralKind::Map(LiteralEntries(entries)) })
}

fn bracketed_list(item_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let fork = input.fork();
    let expr = fork.parse::<Expr>();
    if !matches!(expr, Ok(Expr::Array(_))) && !matches!(item_shape.kind, Kind::Structure(_) | Kind::Map { .. }) {
        return Ok(expression(input.parse()?));
    }
    let (content, span) = group(input)?;
    let mut items = Vec::new();
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            items.push(value(item_shape, input, diagnostics)?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    })
    .parse2(content);
    parsed?;
    Ok(Literal { tokens: TokenStream::new(), span, kind: LiteralKind::List(LiteralItems(items)) })
}

fn group(input: ParseStream<'_>) -> syn::Result<(TokenStream, Span)> {
    match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => Ok((group.stream(), group.span())),
        other => Err(syn::Error::new(other.span(), "expected braces or brackets")),
    }
}
