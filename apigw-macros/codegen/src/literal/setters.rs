//! The expansion: a chain of setters on a builder.

use apigw_spec::{Kind, Shape};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::ast::{Fields, Literal, LiteralKind};
use super::check::Omitted;
use crate::names;

/// Whether the value is complete as far as is known.
#[derive(Clone, Copy)]
pub(crate) enum BuildMode {
    /// It is: `build` and the compiler check the rest.
    Strict,
    /// Errors are reported already: the value is built without reporting more of them.
    Lenient,
}

impl BuildMode {
    /// How to build a value after its problems were reported.
    pub(crate) const fn after(has_errors: bool) -> Self {
        if has_errors { Self::Lenient } else { Self::Strict }
    }

    /// The method that finishes a builder.
    pub(crate) fn method(self) -> TokenStream {
        match self {
            Self::Strict => quote!(build),
            Self::Lenient => quote!(__unchecked),
        }
    }
}

/// A structure: its builder from `start`, one setter a member.
pub(crate) fn structure(start: &TokenStream, fields: &Fields, omitted: &Omitted, mode: BuildMode) -> TokenStream {
    let span = fields.members.first().map_or_else(Span::call_site, |field| field.setter.span());
    let builder = Ident::new("__apigw_builder", span);
    let setters = setters(&builder, fields, omitted, mode);
    let end = mode.method();
    quote!({ let #builder = #start; #setters #builder.#end() })
}

/// One `let builder = …` a member; those of `omitted` are left out.
pub(crate) fn setters(builder: &Ident, fields: &Fields, omitted: &Omitted, mode: BuildMode) -> TokenStream {
    // The names stand at the user's tokens, because rustc points at the whole call where an expression mixes spans of
    // the user and of the macro.
    let setters = fields.members.iter().filter(|field| !field.omit && !omitted.contains(&field.index)).map(|field| {
        let setter = &field.setter;
        let mut builder = builder.clone();
        builder.set_span(setter.span());
        let argument = Ident::new("__apigw_argument", field.value.span);
        let nested = names::nested(setter);
        let value = value(&field.value, field.shape, &quote!(#builder.#nested()), mode);
        let call = quote_spanned!(setter.span()=> #builder.#setter(#argument));
        quote!(let #builder = { let #argument = #value; #call };)
    });
    setters.collect()
}

/// A value as the argument of a setter; `start` is the builder of the structures in it.
fn value(literal: &Literal, shape: &Shape, start: &TokenStream, mode: BuildMode) -> TokenStream {
    match (&literal.kind, shape.kind) {
        (LiteralKind::Structure(fields), _) => {
            let path = &literal.tokens;
            let start = if path.is_empty() { start.clone() } else { quote!(#path::builder()) };
            let none = Omitted::new();
            match &fields.base {
                Some(base) => structure(&quote!(#start.__from(#base)), fields, &none, mode),
                None => structure(&start, fields, &none, mode),
            }
        }
        (LiteralKind::List(items), Kind::List(item)) if items.0.is_empty() => empty(item.shape(), start),
        (LiteralKind::List(items), Kind::List(item)) => {
            let items = items.0.iter().map(|literal| element(literal, item.shape(), start, mode));
            quote!([#(#items),*])
        }
        (LiteralKind::Map(entries), Kind::Map { value, .. }) if entries.0.is_empty() => {
            let none = empty(value.shape(), start);
            quote! {
                ::core::iter::Iterator::map(::core::iter::IntoIterator::into_iter(#none), |value| ("", value))
            }
        }
        (LiteralKind::Map(entries), Kind::Map { value: target, .. }) => {
            let entries = entries.0.iter().map(|(key, value)| {
                let key = text(key);
                let value = element(value, target.shape(), start, mode);
                quote!((#key, #value))
            });
            quote!([#(#entries),*])
        }
        _ => literal.tokens.clone(),
    }
}

/// An item of a list or a value of a map. Strings become `String`s, so that literals and expressions can stand together.
fn element(literal: &Literal, shape: &Shape, start: &TokenStream, mode: BuildMode) -> TokenStream {
    match (&literal.kind, shape.kind) {
        (_, Kind::String(_)) => text(literal),
        (LiteralKind::List(_) | LiteralKind::Map(_), Kind::List(_) | Kind::Map { .. }) => {
            let items = value(literal, shape, start, mode);
            quote!(::core::iter::FromIterator::from_iter(#items))
        }
        _ => value(literal, shape, start, mode),
    }
}

fn text(literal: &Literal) -> TokenStream {
    let tokens = &literal.tokens;
    quote_spanned!(literal.span=> <::std::string::String as ::core::convert::From<_>>::from(#tokens))
}

/// No items, of a type that the setter accepts.
fn empty(item: &Shape, start: &TokenStream) -> TokenStream {
    match item.kind {
        Kind::Structure(_) => quote!([#start.__unchecked(); 0]),
        Kind::Boolean => quote!([false; 0]),
        Kind::Integer => quote!([0i32; 0]),
        Kind::Long => quote!([0i64; 0]),
        Kind::Double => quote!([0f64; 0]),
        Kind::List(_) | Kind::Map { .. } => quote!([::core::iter::FromIterator::from_iter([""; 0]); 0]),
        // Strings, bytes and timestamps.
        _ => quote!([""; 0]),
    }
}
