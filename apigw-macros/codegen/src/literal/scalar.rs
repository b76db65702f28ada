//! Values without braces or brackets: literals and names of listed values are known, and every other expression is opaque.

use apigw_spec::suggest::nearest;
use apigw_spec::{Kind, Shape};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, Lit, UnOp};

use super::ast::{Literal, LiteralItems, LiteralKind};
use super::constant::{constant_text, visible};
use super::include;
use super::inferred::is_inferred;
use super::lookahead::{ends_key, single};

/// A value that is no literal with braces or brackets of its own.
pub(super) fn scalar(shape: &Shape, expr: Expr) -> Literal {
    let expr = without_parentheses(expr);
    if let Some(named) = named_value(shape, &expr) {
        return named;
    }

    let span = expr.span();
    if let Some(included) = include::included(shape, visible(&expr)) {
        return Literal { file: included.file, ..Literal::new(expr.into_token_stream(), span, included.kind) };
    }

    let kind = literal(&expr);
    match (shape.kind, kind) {
        (Kind::Double, Some(LiteralKind::Integer(number))) => {
            let tokens = double(number, span).unwrap_or_else(|| expr.into_token_stream());
            Literal::new(tokens, span, LiteralKind::Integer(number))
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

/// An expression without parentheses around it, which are the user's and would be too many in the call of a setter.
fn without_parentheses(expr: Expr) -> Expr {
    match expr {
        Expr::Paren(inner) if inner.attrs.is_empty() => without_parentheses(*inner.expr),
        other => other,
    }
}

fn opaque(expr: Expr) -> Literal {
    let (span, is_inferred) = (expr.span(), is_inferred(&expr));
    Literal { is_inferred, ..Literal::opaque(expr.into_token_stream(), span) }
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
        return Some(Literal::new(tokens, span, LiteralKind::Text(word)));
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
        Expr::Macro(_) => constant_text(expr, |_| None).map(LiteralKind::Text),
        _ => None,
    }
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

/// The key of an entry.
pub(super) fn key(input: ParseStream<'_>) -> syn::Result<Literal> {
    let expr = single(input, ends_key).map_or_else(|| input.parse(), Ok)?;
    if let Expr::Assign(assign) = &expr {
        return Err(syn::Error::new(assign.eq_token.span(), "expected `:` after the key"));
    }
    let kind = literal(&expr).unwrap_or(LiteralKind::Opaque);
    Ok(Literal { kind, ..opaque(expr) })
}
