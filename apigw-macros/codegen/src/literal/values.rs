//! The syntax of values: literals are known, braces and brackets are read by the shape, and every other expression is
//! opaque.

use apigw_spec::suggest::nearest;
use apigw_spec::{Kind, Shape};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, Lit, Token, UnOp};

use super::ast::{Literal, LiteralEntries, LiteralItems, LiteralKind};
use super::parse::{end_of, parse_fields, placed};
use crate::diagnostics::Diagnostics;

/// Reads one value as its shape asks for.
pub(super) fn value(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    // What a macro passed on as one expression, such as `$value:expr`, stands in a group that is not seen.
    if let Some(tokens) = invisible_group(input) {
        input.parse::<TokenTree>()?;
        return (|input: ParseStream<'_>| value(shape, input, diagnostics)).parse2(tokens);
    }
    match shape.kind {
        Kind::Structure(_) if starts_fields(input) => braced_structure(shape, input, diagnostics),
        Kind::Map { value, .. } if starts_entries(input) => braced_map(value.shape(), input, diagnostics),
        Kind::List(item) if starts_items(input) => bracketed_list(item.shape(), input, diagnostics),
        _ => Ok(scalar(shape, input.parse()?)),
    }
}

/// The colon between a name or key and its value. Another sign in its place is reported and passed over.
pub(super) fn colon(after: &str, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<()> {
    let message = format!("expected `:` after {after}");
    if input.peek(Token![:]) {
        return input.parse::<Token![:]>().map(drop);
    }
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
fn invisible_group(input: ParseStream<'_>) -> Option<TokenStream> {
    let fork = input.fork();
    match fork.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::None && ends_value(&fork) => {
            Some(group.stream())
        }
        _ => None,
    }
}

fn ends_value(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// A value that is no literal with braces or brackets of its own.
fn scalar(shape: &Shape, expr: Expr) -> Literal {
    if let Some(named) = named_value(shape, &expr) {
        return named;
    }

    let span = expr.span();
    let kind = literal(&expr);
    match (shape.kind, kind) {
        (Kind::Double, Some(LiteralKind::Integer(number))) => {
            let tokens = double(number, span).unwrap_or_else(|| expr.into_token_stream());
            Literal { tokens, span, kind: LiteralKind::Integer(number) }
        }
        (Kind::Blob, None) => Literal { kind: bytes(&expr).unwrap_or(LiteralKind::Opaque), ..opaque(expr) },
        (Kind::List(_) | Kind::Map { .. }, None) => opaque(expr),
        (_, None) => {
            // An array may be bytes or entries, but nothing else than these.
            let items = array(&expr).map(|items| LiteralKind::List(LiteralItems(items)));
            Literal { kind: items.unwrap_or(LiteralKind::Opaque), ..opaque(expr) }
        }
        (_, Some(kind)) => Literal { kind, ..opaque(expr) },
    }
}

fn opaque(expr: Expr) -> Literal {
    let span = expr.span();
    Literal::opaque(expr.into_token_stream(), span)
}

/// A whole number where a floating point number is wanted.
fn double(number: i64, span: Span) -> Option<TokenStream> {
    let mut digits: proc_macro2::Literal = format!("{}f64", number.unsigned_abs()).parse().ok()?;
    digits.set_span(span);
    let sign = (number < 0).then(|| quote_spanned!(span=> -));
    Some(quote!(#sign #digits))
}

/// The name of a listed value of an enumeration (`HTTP_PROXY`), which stands for the value.
fn named_value(shape: &Shape, expr: &Expr) -> Option<Literal> {
    let text = match shape.kind {
        Kind::String(text) => text,
        // One value in the place of a list is reported with its type.
        Kind::List(item) => match item.shape().kind {
            Kind::String(text) => text,
            _ => return None,
        },
        _ => return None,
    };

    let values = text.values.listed()?;
    let Expr::Path(path) = visible(expr) else { return None };
    let name = path.path.get_ident()?;
    let word = name.unraw().to_string();
    let span = name.span();
    if values.contains(&word.as_str()) {
        let tokens = quote_spanned!(span=> #word);
        return Some(Literal { tokens, span, kind: LiteralKind::Text(word) });
    }

    let is_constant = !word.chars().any(char::is_lowercase);
    let is_string = matches!(shape.kind, Kind::String(_));
    let near = nearest(&word, values.iter().copied()).filter(|_| is_constant && is_string)?;
    Some(Literal::opaque(with_hint(expr, near), span))
}

/// A constant of the user, which may also be a listed value with a mistake in it. Only the compiler knows whether there
/// is such a constant; if there is none, it suggests the names that are in scope, so the listed value is put there.
fn with_hint(expr: &Expr, near: &str) -> TokenStream {
    let Ok(mut listed) = Ident::parse_any.parse_str(near) else { return expr.to_token_stream() };
    if syn::parse_str::<Ident>(near).is_err() {
        return expr.to_token_stream();
    }
    // At the whole call: the compiler suggests no name that stands where the wrong one does.
    listed.set_span(Span::call_site());
    let declared =
        if near.chars().any(char::is_lowercase) { quote!(let #listed = ();) } else { quote!(const #listed: () = ();) };
    quote!({ #declared let _ = #listed; #expr })
}

/// An expression without parentheses and invisible groups around it.
fn visible(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => visible(&inner.expr),
        Expr::Group(inner) => visible(&inner.expr),
        _ => expr,
    }
}

/// What is known of an expression without parts.
fn literal(expr: &Expr) -> Option<LiteralKind> {
    match visible(expr) {
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
        Expr::Macro(call) if call.mac.path.segments.last()?.ident == "concat" => {
            concatenated(call.mac.tokens.clone()).map(LiteralKind::Text)
        }
        _ => None,
    }
}

/// The text of `concat!` with strings.
fn concatenated(tokens: TokenStream) -> Option<String> {
    let parts = syn::punctuated::Punctuated::<Expr, Token![,]>::parse_terminated.parse2(tokens).ok()?;
    let texts = parts.iter().map(|part| match literal(part)? {
        LiteralKind::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// Bytes that are written down.
fn bytes(expr: &Expr) -> Option<LiteralKind> {
    match visible(expr) {
        Expr::Lit(lit) => match &lit.lit {
            Lit::ByteStr(bytes) => Some(LiteralKind::Bytes(bytes.value())),
            _ => None,
        },
        Expr::Reference(reference) => bytes(&reference.expr),
        _ => None,
    }
}

/// The items of an array that is a whole expression.
fn array(expr: &Expr) -> Option<Vec<Literal>> {
    match visible(expr) {
        Expr::Array(array) => {
            let items = array.elems.iter();
            Some(items.map(|item| Literal::opaque(item.to_token_stream(), item.span())).collect())
        }
        Expr::Reference(reference) => array(&reference.expr),
        _ => None,
    }
}

/// Whether `{ member: … }`, `{ ..base }`, `{}` or `Path { … }` follows.
fn starts_fields(input: ParseStream<'_>) -> bool {
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
        (None, _) => true,
        (Some(TokenTree::Punct(punct)), _) => matches!(punct.as_char(), '.' | '#'),
        // A block can be one name, or begin with a path, a comparison, or a name and `?`.
        (Some(TokenTree::Ident(_)), None) => second.is_none(),
        (Some(TokenTree::Ident(_)), Some(',')) => true,
        (Some(TokenTree::Ident(_)), Some(':')) => sign(third.as_ref()) != Some(':'),
        (Some(TokenTree::Ident(_)), Some('=')) => !matches!(sign(third.as_ref()), Some('=' | '>')),
        (Some(TokenTree::Ident(_)), Some('?')) => matches!(sign(third.as_ref()), Some(':' | ',')),
        (Some(TokenTree::Literal(_)), Some(':')) => true,
        _ => false,
    }
}

/// Whether `{ "key": … }`, `{}`, or something that can only be entries with mistakes follows.
fn starts_entries(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let Ok(TokenTree::Group(group)) = fork.parse::<TokenTree>() else { return false };
    if group.delimiter() != Delimiter::Brace || !ends_value(&fork) {
        return false;
    }

    let begins = (|input: ParseStream<'_>| {
        if input.is_empty() {
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
fn starts_items(input: ParseStream<'_>) -> bool {
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

fn braced_structure(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let path = if input.peek(syn::token::Brace) { None } else { Some(input.call(syn::Path::parse_mod_style)?) };
    let (content, span) = group(input)?;
    let fields = parse_fields(shape, content, shape.name(), diagnostics);
    let span = path.as_ref().map_or(span, syn::spanned::Spanned::span);
    Ok(Literal { tokens: path.into_token_stream(), span, kind: LiteralKind::Structure(fields) })
}

fn braced_map(value_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let (content, span) = group(input)?;
    let mut entries: Vec<(Literal, Literal)> = Vec::new();
    let end = end_of(&content);
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            let key = key(input)?;
            colon("the key", input, diagnostics)?;
            if let LiteralKind::Text(text) = &key.kind
                && entries.iter().any(|(other, _)| matches!(&other.kind, LiteralKind::Text(other) if other == text))
            {
                diagnostics.error(key.span, format!("the key `{text}` is given twice; remove one"));
            }
            entries.push((key, value(value_shape, input, diagnostics)?));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    })
    .parse2(content);
    parsed.map_err(|error| placed(error, end))?;
    Ok(Literal { tokens: TokenStream::new(), span, kind: LiteralKind::Map(LiteralEntries(entries)) })
}

fn key(input: ParseStream<'_>) -> syn::Result<Literal> {
    let expr: Expr = input.parse()?;
    if let Expr::Assign(assign) = &expr {
        return Err(syn::Error::new(assign.eq_token.span(), "expected `:` after the key"));
    }
    let kind = literal(&expr).unwrap_or(LiteralKind::Opaque);
    Ok(Literal { kind, ..opaque(expr) })
}

fn bracketed_list(item_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    input.parse::<Option<Token![&]>>()?;
    let (content, span) = group(input)?;
    let mut items = Vec::new();
    let end = end_of(&content);
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
    parsed.map_err(|error| placed(error, end))?;
    Ok(Literal { tokens: TokenStream::new(), span, kind: LiteralKind::List(LiteralItems(items)) })
}

fn group(input: ParseStream<'_>) -> syn::Result<(TokenStream, Span)> {
    match input.parse::<TokenTree>()? {
        TokenTree::Group(group) => Ok((group.stream(), group.span())),
        other => Err(syn::Error::new(other.span(), "expected braces or brackets")),
    }
}
