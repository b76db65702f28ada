//! `#[derive(Input)]`: a structure of the user that becomes an operation's input, checked by its constants and by
//! which members it has.

use apigw_spec::Kind;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

use super::respan;
use super::subject::{Item, Paired, ShapeSide, Subject};
use crate::diagnostics::Diagnostics;
use crate::literal::{BuildMode, Field, Fields, Literal, Omitted, calls, check, parse_fields, with_labels};
use crate::names;

/// What the derive makes of an item.
pub(super) fn expand(item: Item, mut diagnostics: Diagnostics) -> TokenStream {
    let Some(mut subject) = Subject::read(item, ShapeSide::Input, &mut diagnostics) else {
        return diagnostics.into_tokens();
    };
    let constants = with_labels(std::mem::take(&mut subject.container.constants));
    let mut fields = parse_fields(subject.shape, constants, subject.owner, &mut diagnostics);
    let constants = fields.members.len();
    for paired in &mut subject.fields {
        if let Some(field) = field(subject.shape, paired, &fields, &mut diagnostics) {
            fields.members.push(field);
        }
    }
    let span = subject.item.ident.span();
    let allows = &subject.container.allows;
    let omitted = check((&subject.spec, subject.shape), (subject.owner, span), &fields, allows, &mut diagnostics);

    let mode = BuildMode::after(diagnostics.has_errors());
    let conversion = conversion(&subject, fields, constants, &omitted, mode);
    let tracked = subject.tracked();
    let problems = diagnostics.into_tokens();
    quote!(#problems #tracked #conversion)
}

/// A field as a member whose value cannot be seen.
fn field(
    shape: &'static apigw_spec::Shape,
    paired: &mut Paired,
    given: &Fields,
    diagnostics: &mut Diagnostics,
) -> Option<Field> {
    let (index, member) = paired.member;
    if given.members.iter().any(|field| field.index == index) {
        let message =
            format!("`{}` is given by the attribute already; remove the field or the attribute", paired.field);
        diagnostics.error(paired.field.span(), message);
        return None;
    }
    let omit = member.required && paired.is_optional;
    if omit {
        let message = format!("`{}` is required; its field cannot be an `Option`", names::plain(member.name));
        diagnostics.error(paired.span, message);
    }

    let mut setter = names::member(shape, index)?;
    setter.set_span(paired.field.span());
    Some(Field {
        setter,
        shape: member.target.shape(),
        index,
        name: member.name,
        value: Literal::opaque(TokenStream::new(), paired.field.span()),
        allows: std::mem::take(&mut paired.on_field.allows),
        omit,
        is_optional: !member.required,
        cfgs: TokenStream::new(),
    })
}

/// `impl From<TheStructure> for TheInput`, and the same for a reference to one that can be cloned.
fn conversion(
    subject: &Subject,
    mut fields: Fields,
    constants: usize,
    omitted: &Omitted,
    mode: BuildMode,
) -> TokenStream {
    let from_fields = fields.members.split_off(constants.min(fields.members.len()));
    let (ident, path, lints) = (subject.name(), &subject.path, subject.lints());
    let (impl_generics, ty_generics, where_clause) = subject.generics();
    let start = quote!(#path::builder());
    let constants = calls(&start, &fields, omitted, mode);
    // The parameter, which no expression of the user's can mean.
    let value = Ident::new("__apigw_value", Span::mixed_site());
    let shown = |member: &&Field| !member.omit && !omitted.contains(&member.index);
    let dynamic = from_fields.iter().filter(shown).filter_map(|member| {
        let paired = subject.fields.iter().find(|paired| paired.member.0 == member.index)?;
        Some(setter(&start, &value, member, paired))
    });

    let end = mode.method();
    let borrowed = borrowed(subject, &value);
    quote! {
        #lints
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ident #ty_generics> for #path #where_clause {
            fn from(#value: #ident #ty_generics) -> Self {
                #constants #(#dynamic)* .#end()
            }
        }
        #borrowed
    }
}

/// The conversion of a reference. Whether the structure can be cloned is for the compiler to find out: since the bound
/// names a lifetime, it is no error that it does not hold.
fn borrowed(subject: &Subject, value: &Ident) -> TokenStream {
    let (ident, path, lints) = (subject.name(), &subject.path, subject.lints());
    let (impl_generics, ty_generics, where_clause) = subject.generics();
    let lifetime = syn::Lifetime::new("'__apigw", Span::mixed_site());
    // `<'a, T>` without its `<`.
    let generics = impl_generics.to_token_stream().into_iter().skip(1);
    let generics: TokenStream = generics.collect();
    let generics = if generics.is_empty() { quote!(<#lifetime>) } else { quote!(<#lifetime, #generics) };
    let bounds = where_clause.map(|clause| &clause.predicates);
    let bounds = bounds.filter(|bounds| !bounds.is_empty()).map(|bounds| {
        let comma = (!bounds.trailing_punct()).then(|| quote!(,));
        quote!(#bounds #comma)
    });

    let owned = quote!(#ident #ty_generics);
    quote! {
        #lints
        #[automatically_derived]
        impl #generics ::core::convert::From<&#lifetime #owned> for #path
        where
            #bounds
            <&#lifetime #owned as ::core::ops::Deref>::Target: ::core::clone::Clone,
        {
            fn from(#value: &#lifetime #owned) -> Self {
                ::core::convert::From::from(::core::clone::Clone::clone(#value))
            }
        }
    }
}

/// The setter call for a field.
fn setter(start: &TokenStream, value: &Ident, member: &Field, paired: &Paired) -> TokenStream {
    let mut field = respan::derived_ident(&paired.field);
    // At the field's type, where the compiler reports that it does not fit, and written by the macro, for its lints.
    let span = Span::mixed_site().located_at(paired.span);
    let mut value = value.clone();
    field.set_span(span);
    value.set_span(span);
    let method = if member.is_optional { "__apigw_option" } else { "__apigw_value" };
    let method = Ident::new(method, span);
    let content = quote_spanned!(span=> #start.__field(&#value.#field).__apigw_presence().#method(#value.#field));

    // Strings, bytes, lists and maps are converted by the setter.
    let is_converted = matches!(
        member.shape.kind,
        Kind::Structure(_) | Kind::Union(_) | Kind::Boolean | Kind::Integer | Kind::Long | Kind::Double
    );
    let content = match (is_converted, member.is_optional) {
        (true, true) => {
            quote_spanned!(span=> ::core::option::Option::map(#content, ::core::convert::Into::into))
        }
        (true, false) => quote_spanned!(span=> ::core::convert::Into::into(#content)),
        // One call at the field's type: the compiler marks an argument that begins elsewhere at the derive.
        (false, _) => quote_spanned!(span=> ::core::convert::identity(#content)),
    };
    let mut setter = if member.is_optional { names::maybe(&member.setter) } else { member.setter.clone() };
    setter.set_span(span);
    quote_spanned!(span=> .#setter(#content))
}
