//! The expansion: a chain of setters on a builder.
//!
//! It declares no names: whatever the user's expressions mean outside the call, they mean inside it. What they borrow
//! lives as long as in a structure literal.

use apigw_spec::{Kind, Shape, Target};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::ast::{Field, Fields, Literal, LiteralKind};
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

/// A structure from `start`, an expression of its empty builder: one setter a member, without those of `omitted`.
pub(crate) fn structure(start: &TokenStream, fields: &Fields, omitted: &Omitted, mode: BuildMode) -> TokenStream {
    let mut chain = match (&fields.base, &fields.default) {
        (Some(base), _) => quote!(#start.__from(#base)),
        // Inputs with required members have no default, but only the compiler knows which `Default` is meant: that of the
        // standard library has one of `()`.
        (None, Some(default)) => quote!(match #default { () => #start }),
        (None, None) => start.clone(),
    };

    let mut conditional = TokenStream::new();
    // Of what was reported to be given twice, the builder of a union takes the first.
    let most = if fields.is_union { 1 } else { usize::MAX };
    for field in fields.members.iter().filter(|field| !field.omit && !omitted.contains(&field.index)).take(most) {
        let setter = setter(start, field, mode);
        if field.cfgs.is_empty() {
            chain.extend(setter);
            continue;
        }
        // An attribute can stand on a statement, but not on a call in a chain.
        let builder = Ident::new("__apigw_builder", field.setter.span().resolved_at(Span::mixed_site()));
        let cfgs = &field.cfgs;
        conditional.extend(quote!(let #builder = #chain; #cfgs let #builder = #builder #setter;));
        chain = quote!(#builder);
    }

    let end = mode.method();
    if conditional.is_empty() { quote!(#chain.#end()) } else { quote!({ #conditional #chain.#end() }) }
}

/// The calls of the setters of members that stand under no condition.
pub(crate) fn calls(start: &TokenStream, fields: &Fields, omitted: &Omitted, mode: BuildMode) -> TokenStream {
    let shown = fields.members.iter().filter(|field| !field.omit && !omitted.contains(&field.index));
    let calls: TokenStream = shown.map(|field| setter(start, field, mode)).collect();
    quote!(#start #calls)
}

/// The call of a member's setter, at the user's tokens.
fn setter(start: &TokenStream, field: &Field, mode: BuildMode) -> TokenStream {
    let member = Place { start, field, mode };
    let setter = if field.is_optional { names::maybe(&field.setter) } else { field.setter.clone() };
    let value = if field.is_optional {
        member.option(&field.value, field.shape)
    } else {
        member.argument(&field.value, field.shape)
    };
    quote_spanned!(field.setter.span()=> .#setter(#value))
}

/// The member that a value is for.
struct Place<'a> {
    /// The empty builder of the structure that holds the member.
    start: &'a TokenStream,
    /// The member.
    field: &'a Field,
    mode: BuildMode,
}

impl Place<'_> {
    /// A value as the argument of the setter, which takes anything that becomes the member's type.
    fn argument(&self, literal: &Literal, shape: &Shape) -> TokenStream {
        match &literal.kind {
            _ if literal.is_inferred => self.inferred(literal, shape),
            LiteralKind::Structure(fields) => self.structure(literal, fields),
            LiteralKind::List(_) | LiteralKind::Map(_) if !fits(literal, shape) => literal.tokens.clone(),
            LiteralKind::List(items) if items.0.iter().all(is_plain) && !items.0.is_empty() && !holds_null(shape) => {
                let items = items.0.iter().map(|item| self.argument(item, shape));
                quote_spanned!(literal.span=> [#(#items),*])
            }
            LiteralKind::Map(entries)
                if entries.0.iter().all(|(key, value)| is_plain(key) && is_plain(value))
                    && !entries.0.is_empty()
                    && !holds_null(shape) =>
            {
                let entries = entries.0.iter().map(|(key, value)| {
                    let (key, value) = (&key.tokens, self.argument(value, shape));
                    quote!((#key, #value))
                });
                quote_spanned!(literal.span=> [#(#entries),*])
            }
            LiteralKind::List(_) | LiteralKind::Map(_) => {
                // The builder knows the type, which the macro does not.
                let (start, exactly) = (self.start, names::exactly(&self.field.setter));
                let value = self.exact(literal, shape);
                quote_spanned!(literal.span=> #start.#exactly(#value))
            }
            _ => literal.tokens.clone(),
        }
    }

    /// An `Option` as the argument of the setter that takes one.
    fn option(&self, literal: &Literal, shape: &Shape) -> TokenStream {
        let tokens = &literal.tokens;
        if !literal.is_inferred {
            return tokens.clone();
        }
        let value = Ident::new("__apigw_value", Span::mixed_site());
        let content = Literal { is_inferred: true, ..Literal::opaque(quote!(#value), literal.span) };
        let content = self.inferred(&content, shape);
        quote_spanned!(literal.span=> ::core::option::Option::map(#tokens, |#value| #content))
    }

    /// A value whose type its place decides, which a setter does not.
    fn inferred(&self, literal: &Literal, shape: &Shape) -> TokenStream {
        let tokens = &literal.tokens;
        match shape.kind {
            Kind::String(_) if !names::has_type(shape) => {
                let span = generated(literal.span);
                quote_spanned!(span=> ::core::convert::identity::<::std::string::String>(#tokens))
            }
            _ if names::is_converted(shape) => {
                let (start, exactly) = (self.start, names::exactly(&self.field.setter));
                quote_spanned!(literal.span=> #start.#exactly(#tokens))
            }
            _ => tokens.clone(),
        }
    }

    /// A value of exactly the type that is expected of it.
    fn exact(&self, literal: &Literal, shape: &Shape) -> TokenStream {
        let tokens = &literal.tokens;
        match (&literal.kind, shape.kind) {
            _ if literal.is_inferred => tokens.clone(),
            (LiteralKind::Structure(fields), _) => self.structure(literal, fields),
            (LiteralKind::List(items), Kind::List(item)) => {
                let items = items.0.iter().map(|literal| self.part(literal, item));
                quote_spanned!(literal.span=> ::core::iter::FromIterator::from_iter([#(#items),*]))
            }
            (LiteralKind::Map(entries), Kind::Map { value, .. }) => {
                let entries = entries.0.iter().map(|(key, literal)| {
                    let key = if key.is_inferred { key.tokens.clone() } else { into(&key.tokens, key.span) };
                    let value = self.part(literal, value);
                    quote!((#key, #value))
                });
                quote_spanned!(literal.span=> ::core::iter::FromIterator::from_iter([#(#entries),*]))
            }
            (_, Kind::List(_)) => {
                let span = generated(literal.span);
                quote_spanned! {span=>
                    ::core::iter::FromIterator::from_iter(::core::iter::Iterator::map(
                        ::core::iter::IntoIterator::into_iter(#tokens), ::core::convert::Into::into))
                }
            }
            (_, Kind::Boolean | Kind::Integer | Kind::Long | Kind::Double) => tokens.clone(),
            _ => into(tokens, literal.span),
        }
    }

    /// An item of a list or a value of a map, which may be `null`.
    fn part(&self, literal: &Literal, target: Target) -> TokenStream {
        match &literal.kind {
            _ if literal.is_inferred => literal.tokens.clone(),
            LiteralKind::Opaque if target.is_nullable() => into(&literal.tokens, literal.span),
            _ if target.is_nullable() => {
                let value = self.exact(literal, target.shape());
                quote_spanned!(literal.span=> ::core::option::Option::Some(#value))
            }
            _ => self.exact(literal, target.shape()),
        }
    }

    fn structure(&self, literal: &Literal, fields: &Fields) -> TokenStream {
        let path = &literal.tokens;
        let start = if path.is_empty() {
            let (start, nested) = (self.start, names::nested(&self.field.setter));
            quote_spanned!(literal.span=> #start.#nested())
        } else {
            quote!(#path::builder())
        };
        structure(&start, fields, &Omitted::new(), self.mode)
    }
}

/// Whether brackets and braces are where the shape has a list or a map.
fn fits(literal: &Literal, shape: &Shape) -> bool {
    matches!(
        (&literal.kind, shape.kind),
        (LiteralKind::List(_), Kind::List(_)) | (LiteralKind::Map(_), Kind::Map { .. })
    )
}

/// Whether the items of a list or map can be `null`.
fn holds_null(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::List(part) | Kind::Map { value: part, .. } if part.is_nullable())
}

/// Whether a value stands for itself in an array of its like.
fn is_plain(literal: &Literal) -> bool {
    match &literal.kind {
        // Byte strings of two lengths have two types.
        LiteralKind::Opaque | LiteralKind::List(_) | LiteralKind::Map(_) | LiteralKind::Bytes(_) => false,
        LiteralKind::Boolean(_)
        | LiteralKind::Integer(_)
        | LiteralKind::Double(_)
        | LiteralKind::Text(_)
        | LiteralKind::Structure(_) => true,
    }
}

/// The conversion of a value, which no lint takes for the user's own.
fn into(tokens: &TokenStream, span: Span) -> TokenStream {
    let span = generated(span);
    quote_spanned!(span=> ::core::convert::Into::into(#tokens))
}

/// The place of a span in code that a macro wrote.
fn generated(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}
