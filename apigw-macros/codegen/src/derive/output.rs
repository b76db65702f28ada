//! `#[derive(Output)]`: a structure of the user that takes the members it names from an answer.

use apigw_spec::{Kind, Shape};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::subject::{Paired, ShapeSide, Subject};
use crate::diagnostics::Diagnostics;
use crate::names;
use crate::paths::Paths;

/// Expands the derive.
pub(crate) fn output(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(subject) = Subject::read(tokens, ShapeSide::Output, &mut diagnostics) else {
        return diagnostics.into_tokens();
    };
    let paths = Paths::new(subject.container.model.as_ref());
    let private = paths.private();
    let (ident, path) = (&subject.item.ident, &subject.path);
    let (impl_generics, ty_generics, where_clause) = subject.generics();
    let source = if subject.is_operation { quote!(<#path as #private::Operation>::Output) } else { quote!(#path) };
    let fields: Vec<_> = subject.fields.iter().map(|paired| taken(subject.shape, paired, &private)).collect();

    // Fields that are skipped, or could not be paired, have their default.
    let rest = match (&subject.item.data, fields.len()) {
        (syn::Data::Struct(data), paired) if data.fields.len() > paired => {
            let others = data.fields.iter().filter_map(|field| field.ident.as_ref());
            let others = others.filter(|ident| !subject.fields.iter().any(|paired| paired.field == **ident));
            quote!(#(#others: ::core::default::Default::default(),)*)
        }
        _ => TokenStream::new(),
    };

    let problems = diagnostics.into_tokens();
    quote! {
        #problems
        #[automatically_derived]
        impl #impl_generics #private::FromOutput for #ident #ty_generics #where_clause {
            type Source = #source;
            fn from_output(value: Self::Source) -> ::core::result::Result<Self, #private::MissingMember> {
                ::core::result::Result::Ok(Self { #(#fields)* #rest })
            }
        }
    }
}

/// `field: …,` taken from the member.
fn taken(shape: &Shape, paired: &Paired, private: &TokenStream) -> TokenStream {
    let (index, member) = paired.member;
    let field = &paired.field;
    let Some(name) = names::member(shape, index) else { return TokenStream::new() };
    let span = paired.span;
    let given = quote_spanned!(span=> given);
    let converted = converted(member.target.shape(), &given, private);
    let optional = paired.is_optional;
    let (owner, wire) = (shape.name(), member.name);

    let value = match (member.required, optional) {
        (true, false) => quote_spanned!(span=> { let given = value.#name; #converted }),
        (true, true) => {
            quote_spanned!(span=> { let given = value.#name; ::core::option::Option::Some(#converted) })
        }
        (false, true) => quote_spanned! {span=>
            match value.#name {
                ::core::option::Option::Some(given) => ::core::option::Option::Some(#converted),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        },
        (false, false) => quote_spanned! {span=>
            match value.#name {
                ::core::option::Option::Some(given) => #converted,
                ::core::option::Option::None => {
                    return ::core::result::Result::Err(#private::MissingMember::new(#owner, #wire));
                }
            }
        },
    };

    quote!(#field: #value,)
}

/// The conversion of a member's value, item by item where structures are in it.
fn converted(shape: &Shape, given: &TokenStream, private: &TokenStream) -> TokenStream {
    let is_structure = |target: apigw_spec::Target| matches!(target.shape().kind, Kind::Structure(_));
    match shape.kind {
        Kind::Structure(_) => quote!(#private::FromOutput::from_output(#given)?),
        Kind::List(item) if is_structure(item) => quote! {
            ::core::iter::Iterator::collect::<::core::result::Result<_, _>>(::core::iter::Iterator::map(
                ::core::iter::IntoIterator::into_iter(#given), #private::FromOutput::from_output))?
        },
        Kind::Map { value, .. } if is_structure(value) => quote! {
            ::core::iter::Iterator::collect::<::core::result::Result<_, _>>(::core::iter::Iterator::map(
                ::core::iter::IntoIterator::into_iter(#given),
                |(key, value)| match #private::FromOutput::from_output(value) {
                    ::core::result::Result::Ok(value) => ::core::result::Result::Ok((key, value)),
                    ::core::result::Result::Err(error) => ::core::result::Result::Err(error),
                }))?
        },
        _ => quote!(::core::convert::TryInto::try_into(#given)?),
    }
}
