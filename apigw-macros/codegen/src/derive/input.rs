//! `#[derive(Input)]`: a structure of the user that becomes an operation's input, checked by its constants and by
//! which members it has.

use apigw_spec::Kind;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::subject::{Paired, ShapeSide, Subject};
use crate::diagnostics::Diagnostics;
use crate::literal::{BuildMode, Field, Fields, Literal, LiteralKind, Omitted, check, parse_fields, setters};
use crate::names;

/// Expands the derive.
pub(crate) fn input(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(mut subject) = Subject::read(tokens, ShapeSide::Input, &mut diagnostics) else {
        return diagnostics.into_tokens();
    };
    let constants = std::mem::take(&mut subject.container.constants);
    let mut fields = parse_fields(subject.shape, constants, subject.owner, &mut diagnostics);
    let constants = fields.members.len();
    for paired in &mut subject.fields {
        if let Some(field) = field(subject.shape, paired, &fields, &mut diagnostics) {
            fields.members.push(field);
        }
    }
    let span = subject.item.ident.span();
    let allows = &subject.container.allows;
    let omitted = check(subject.shape, (subject.owner, span), &fields, allows, &mut diagnostics);

    let mode = BuildMode::after(diagnostics.has_errors());
    let conversion = conversion(&subject, fields, constants, &omitted, mode);
    let problems = diagnostics.into_tokens();
    quote!(#problems #conversion)
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
    let value = Literal { tokens: TokenStream::new(), span: paired.field.span(), kind: LiteralKind::Opaque };
    let allows = std::mem::take(&mut paired.on_field.allows);
    let shape = member.target.shape();
    Some(Field { setter, shape, index, name: member.name, value, allows, omit })
}

/// `impl From<TheStructure> for TheInput`.
fn conversion(
    subject: &Subject,
    mut fields: Fields,
    constants: usize,
    omitted: &Omitted,
    mode: BuildMode,
) -> TokenStream {
    let from_fields = fields.members.split_off(constants.min(fields.members.len()));
    let (ident, path) = (&subject.item.ident, &subject.path);
    let (impl_generics, ty_generics, where_clause) = subject.generics();
    let builder = Ident::new("__apigw_builder", subject.item.ident.span());
    let constants = setters(&builder, &fields, omitted, mode);
    let shown = |member: &&Field| !member.omit && !omitted.contains(&member.index);
    let dynamic = from_fields.iter().filter(shown).filter_map(|member| {
        let paired = subject.fields.iter().find(|paired| paired.member.0 == member.index)?;
        Some(setter(&builder, member, paired))
    });

    let end = mode.method();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ident #ty_generics> for #path #where_clause {
            fn from(value: #ident #ty_generics) -> Self {
                let #builder = #path::builder();
                #constants
                #(#dynamic)*
                #builder.#end()
            }
        }
    }
}

/// The setter call for a field.
fn setter(builder: &Ident, member: &Field, paired: &Paired) -> TokenStream {
    let field = &paired.field;
    let is_structure = matches!(member.shape.kind, Kind::Structure(_));
    let span = paired.span;
    let value = match (is_structure, paired.is_optional) {
        (true, true) => quote_spanned!(span=> value.#field.map(::core::convert::Into::into)),
        (true, false) => quote_spanned!(span=> ::core::convert::Into::into(value.#field)),
        (false, _) => quote_spanned!(span=> value.#field),
    };
    let setter = if paired.is_optional { names::maybe(&member.setter) } else { member.setter.clone() };
    let call = quote_spanned!(span=> #builder.#setter(#value));
    quote!(let #builder = #call;)
}
