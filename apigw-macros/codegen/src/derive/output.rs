//! `#[derive(Output)]`: a structure of the user that takes the members it names from an answer.

use apigw_spec::{Kind, Shape};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::respan;
use super::subject::{Item, Paired, ShapeSide, Subject};
use crate::diagnostics::Diagnostics;
use crate::names;
use crate::paths::Paths;
use crate::types;

/// What the derive makes of an item.
pub(super) fn expand(item: Item, mut diagnostics: Diagnostics) -> TokenStream {
    let Some(subject) = Subject::read(item, ShapeSide::Output, &mut diagnostics) else {
        return diagnostics.into_tokens();
    };
    let paths = Paths::new(subject.container.model.as_ref());
    let private = paths.private();
    let (ident, path, lints) = (subject.name(), &subject.path, subject.lints());
    let (impl_generics, ty_generics, where_clause) = subject.generics();
    let source = if subject.is_operation { quote!(<#path as #private::Operation>::Output) } else { quote!(#path) };
    // The parameter, which no expression of the user's can mean.
    let value = Ident::new("__apigw_value", Span::mixed_site());
    let fields = subject.fields.iter().map(|paired| taken(subject.shape, paired, &value, &private));

    // Fields that are skipped, or could not be paired, have their default.
    let others = subject.others();
    let rest = quote!(#(#others: ::core::default::Default::default(),)*);

    let tracked = subject.tracked();
    let problems = diagnostics.into_tokens();
    quote! {
        #problems
        #tracked
        #lints
        #[automatically_derived]
        impl #impl_generics #private::FromOutput for #ident #ty_generics #where_clause {
            type Source = #source;
            fn from_output(#value: Self::Source) -> ::core::result::Result<Self, #private::MemberError> {
                ::core::result::Result::Ok(Self { #(#fields)* #rest })
            }
        }
    }
}

/// `field: …,` taken from the member.
fn taken(shape: &Shape, paired: &Paired, value: &Ident, private: &TokenStream) -> TokenStream {
    let (index, member) = paired.member;
    let field = respan::derived_ident(&paired.field);
    let Some(mut name) = names::member(shape, index) else { return TokenStream::new() };
    // At the field's type, where the compiler reports that it does not fit, and written by the macro, for its lints.
    let span = Span::mixed_site().located_at(paired.span);
    let mut value = value.clone();
    name.set_span(span);
    value.set_span(span);
    let private = respan::located(private, paired.span);
    let (owner, wire) = (shape.name(), member.name);
    let ty = respan::derived(paired.ty.clone());
    let has_default = paired.on_field.default;
    let ty = if has_default { quote!(::core::option::Option<#ty>) } else { ty };

    let mut parts = parts(member.target.shape(), &private);
    if types::is_boxed(shape, member) {
        parts = quote!(#private::Boxed<#parts>);
    }
    let (described, given) = if member.required {
        (quote!(required_parts), quote_spanned!(span=> ::core::option::Option::Some(#value.#name)))
    } else {
        (quote!(parts), quote_spanned!(span=> #value.#name))
    };

    let content = quote_spanned!(span=> #private::FieldType::<#ty>::new().__apigw_presence());
    let route = if paired.on_field.parse {
        quote_spanned!(span=> #content.__apigw_parsing())
    } else {
        quote_spanned!(span=> #content.__apigw_route(#private::#described::<#parts>(&#value.#name)))
    };
    let taken = quote_spanned!(span=> #route.__apigw_take(#given, (#owner, #wire))?);
    let taken = if has_default { quote!(::core::option::Option::unwrap_or_default(#taken)) } else { taken };
    quote!(#field: #taken,)
}

/// What a member is made of, as a type; that of its value is known from the value.
fn parts(shape: &Shape, private: &TokenStream) -> TokenStream {
    match shape.kind {
        Kind::Structure(_) => quote!(#private::Nested<_>),
        Kind::List(item) => {
            let item = parts(item.shape(), private);
            quote!(#private::ListOf<#item>)
        }
        Kind::Map { value, .. } => {
            let value = parts(value.shape(), private);
            quote!(#private::MapOf<#value>)
        }
        _ => quote!(#private::Single<_>),
    }
}
