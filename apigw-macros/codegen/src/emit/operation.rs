//! Operations: the facts, the module with builder and error kinds.

use apigw_spec::{Kind, Operation};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use super::Emitter;
use super::builder::Built;
use crate::{documentation, names};

impl Emitter<'_> {
    /// The `Operation` implementation of an input.
    pub(super) fn operation_facts(&self, operation: &Operation) -> TokenStream {
        let private = self.paths.private();
        let (name, module) = (self.names.input(operation), self.names.module(operation));
        let table = self.names.table(operation.name);
        let output = match operation.output {
            Some(output) => self.names.type_of(output.shape()).to_token_stream(),
            None => quote!(#private::Nothing),
        };

        let paginated = self.paginated(operation, &name);
        let streaming = operation.has_streaming_output().then(|| {
            quote! {
                #[automatically_derived]
                impl #private::Streaming for #name {}
            }
        });

        let events = self.events(operation, &name);

        quote! {
            #[automatically_derived]
            impl #private::Operation for #name {
                type Output = #output;
                type ErrorKind = #module::ErrorKind;
                const OPERATION: &'static #private::spec::Operation = &__tables::#table;
            }
            #paginated
            #streaming
            #events
        }
    }

    /// The implementations of an input whose operation takes events or answers with them.
    fn events(&self, operation: &Operation, name: &Ident) -> TokenStream {
        let private = self.paths.private();
        let output = operation.output.and_then(|output| output.shape().events());
        let sides = [(operation.input.shape().events(), quote!(EventInput)), (output, quote!(EventOutput))];
        let sides = sides.into_iter().filter_map(|(events, side)| {
            let event = self.names.type_of(events?.1);
            Some(quote! {
                #[automatically_derived]
                impl #private::#side for #name {
                    type Event = #event;
                }
            })
        });
        sides.collect()
    }

    /// The `Paginated` implementation of an input whose operation is paged.
    fn paginated(&self, operation: &Operation, name: &Ident) -> Option<TokenStream> {
        let private = self.paths.private();
        let items = operation.pagination?.items;
        let shape = operation.output?.shape();
        let index = shape.members().iter().position(|member| member.name == items)?;
        let (member, field) = (shape.members().get(index)?, names::members(shape).into_iter().nth(index)?);

        let item = match member.target.shape().kind {
            Kind::List(item) => self.types().value(item),
            Kind::Map { value, .. } => {
                let value = self.types().value(value);
                quote!((::std::string::String, #value))
            }
            _ => return None,
        };

        let flatten = (!member.required).then(|| quote!(.flatten()));
        Some(quote! {
            #[automatically_derived]
            impl #private::Paginated for #name {
                type Item = #item;
                fn items(page: <Self as #private::Operation>::Output) -> ::std::vec::Vec<#item> {
                    use ::core::iter::{IntoIterator as _, Iterator as _};
                    page.#field.into_iter() #flatten .collect()
                }
            }
        })
    }

    /// The module of an operation: its builder and its error kinds.
    pub(super) fn operation_module(&self, operation: &Operation) -> TokenStream {
        let (name, module) = (self.names.input(operation), self.names.module(operation));
        let shape = operation.input.shape();
        let builder = self.builder(&Built::new(shape, &name), Some(operation));
        let kinds = self.error_kinds(operation);
        let patches = self.patches(operation);
        let documentation =
            documentation::doc(&format!("The builder and the error kinds of [`{name}`](super::{name})."));
        quote! {
            impl #name {
                /// Starts to build an input.
                pub fn builder() -> #module::Start { #module::Builder::start(()) }
            }

            #documentation
            pub mod #module {
                #[allow(unused_imports)]
                use super::*;
                #builder
                #kinds
                #patches
            }
        }
    }

    fn error_kinds(&self, operation: &Operation) -> TokenStream {
        let private = self.paths.private();
        let variants = names::error_variants(operation);
        let codes: Vec<_> = operation.errors.iter().map(|error| error.shape().name()).collect();
        let docs = operation
            .errors
            .iter()
            .map(|error| documentation::of(self.spec, error.shape().id, || format!("`{}`.", error.shape().name())));
        let documentation = documentation::doc(&format!("The errors that `{}` may answer with.", operation.name));
        quote! {
            #documentation
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq,
                ::core::cmp::Eq)]
            #[non_exhaustive]
            pub enum ErrorKind {
                #(#docs #variants,)*
                /// An error that the model does not list for this operation.
                Other,
            }

            #[automatically_derived]
            impl #private::ErrorKind for ErrorKind {
                fn from_code(code: &str) -> Self {
                    match code { #(#codes => Self::#variants,)* _ => Self::Other }
                }
            }
        }
    }
}
