//! Builders. Each required member is a type parameter, `Unset` until its setter is called; `build` and `send` ask for
//! a marker trait that only `Set` has, whose message names the member.

use apigw_spec::{Kind, Member, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Emitter;
use crate::{documentation, names};

/// What a builder is for, as its parts need it.
pub(super) struct Built<'a> {
    /// The structure's shape.
    pub shape: &'a Shape,
    /// The structure's path from the builder.
    pub path: TokenStream,
    /// The structure's name, for people.
    pub name: &'a Ident,
    /// The names of the members.
    pub fields: Vec<Ident>,
}

impl Built<'_> {
    fn required(&self) -> Vec<(&Ident, &Member)> {
        self.fields.iter().zip(self.shape.members()).filter(|(_, member)| member.required).collect()
    }

    /// The state parameters, one a required member.
    fn states(&self) -> Vec<Ident> {
        self.required().iter().map(|(field, _)| names::prefixed("S", field)).collect()
    }

    /// The marker traits, one a required member.
    fn markers(&self) -> Vec<Ident> {
        self.required().iter().map(|(field, _)| names::prefixed("Has", field)).collect()
    }
}

impl Emitter<'_> {
    /// The builder type with its setters, `build` and, for operations, `send`.
    pub(super) fn builder(&self, built: &Built<'_>, is_operation: bool) -> TokenStream {
        let private = self.paths.private();
        let (states, path, name) = (built.states(), &built.path, built.name);
        let setters =
            built.fields.iter().zip(built.shape.members()).map(|(field, member)| self.setter(built, field, member));
        let markers = self.markers(built);
        let finishers = self.finishers(built, is_operation);
        let documentation = documentation::doc(&format!(
            "Builds a [`{name}`]({name}). The type parameters keep count of the required members that were given."
        ));
        let unset = states.iter().map(|_| quote!(#private::Unset));
        quote! {
            #documentation
            #[derive(::core::clone::Clone, ::core::fmt::Debug)]
            #[must_use = "a builder does nothing until it is finished"]
            pub struct Builder<#(#states,)* F = ()> {
                value: #path,
                finish: F,
                state: ::core::marker::PhantomData<(#(#states,)*)>,
            }

            impl<F> Builder<#(#unset,)* F> {
                /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
                pub fn start(finish: F) -> Self {
                    Self { value: #private::Blank::blank(), finish, state: ::core::marker::PhantomData }
                }
            }

            impl<#(#states,)* F> Builder<#(#states,)* F> { #(#setters)* #finishers }

            #markers
        }
    }

    fn setter(&self, built: &Built<'_>, field: &Ident, member: &Member) -> TokenStream {
        let (argument, expression) = self.types().setter(built.shape, member);
        let documentation = documentation::of_member(self.spec, built.shape, member);
        if !member.required {
            return quote! {
                #documentation
                pub fn #field(mut self, value: #argument) -> Self {
                    self.value.#field = #expression;
                    self
                }
            };
        }
        let private = self.paths.private();
        let own = names::prefixed("S", field);
        let states = built.states();
        let after = states.iter().map(|state| if *state == own { quote!(#private::Set) } else { quote!(#state) });
        quote! {
            #documentation
            pub fn #field(mut self, value: #argument) -> Builder<#(#after,)* F> {
                self.value.#field = #expression;
                Builder { value: self.value, finish: self.finish, state: ::core::marker::PhantomData }
            }
        }
    }

    fn finishers(&self, built: &Built<'_>, is_operation: bool) -> TokenStream {
        let private = self.paths.private();
        let (states, markers, path) = (built.states(), built.markers(), &built.path);
        let bounds = if states.is_empty() { TokenStream::new() } else { quote!(where #(#states: #markers,)*) };
        let set = states.iter().map(|_| quote!(#private::Set));
        let nested = built
            .fields
            .iter()
            .zip(built.shape.members())
            .filter_map(|(field, member)| self.nested_start(field, member));
        let send = is_operation.then(|| {
            let bounds = if states.is_empty() { quote!(where) } else { bounds.clone() };
            quote! {
                /// Hands the finished input to what the builder was started with, such as a client.
                pub fn send(self) -> F::Reply #bounds F: #private::Finish<#path> {
                    #private::Finish::finish(self.finish, self.value)
                }
            }
        });
        quote! {
            #(#nested)*

            /// The value as far as it was given, for macros that reported what is missing.
            #[doc(hidden)]
            pub fn __unchecked(self) -> #path { self.value }

            /// The builder of a value to be changed: nothing is missing.
            #[doc(hidden)]
            pub fn __from(self, value: #path) -> Builder<#(#set,)* F> {
                Builder { value, finish: self.finish, state: ::core::marker::PhantomData }
            }

            /// The finished value. It compiles once every required member was given.
            pub fn build(self) -> #path #bounds { self.value }
            #send
        }
    }

    /// The hidden method that starts the structures in a member, so that macros need not know the path of their type.
    fn nested_start(&self, field: &Ident, member: &Member) -> Option<TokenStream> {
        let shape = innermost(member.target.shape());
        if !matches!(shape.kind, Kind::Structure(_)) || shape.structure().error.is_some() {
            return None;
        }
        let (private, method) = (self.paths.private(), names::nested(field));
        let module = self.module_of(shape);
        let unset = shape.members().iter().filter(|member| member.required).map(|_| quote!(#private::Unset));
        Some(quote! {
            #[doc(hidden)]
            pub fn #method(&self) -> super::#module::Builder<#(#unset),*> { super::#module::Builder::start(()) }
        })
    }

    /// The module of a structure's builder, whether the structure is an input or not.
    fn module_of(&self, shape: &Shape) -> Ident {
        let taken_by = self.spec.operations.iter().find(|operation| operation.input.shape().id == shape.id);
        taken_by.map_or_else(|| self.names.nested_module(shape), |operation| self.names.module(operation))
    }

    fn markers(&self, built: &Built<'_>) -> TokenStream {
        let private = self.paths.private();
        let name = built.name;
        let traits = built.required().into_iter().map(|(field, _)| {
            let marker = names::prefixed("Has", field);
            let message = format!("missing required member `{}` of `{name}`", plain(field));
            let label = format!("call `.{field}(…)` before this");
            let documentation = documentation::doc(&format!("Says that `{field}` was given."));
            quote! {
                #documentation
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait #marker {}
                impl #marker for #private::Set {}
            }
        });
        quote!(#(#traits)*)
    }

    /// The builder of a structure that is no input, in a module of its own.
    pub(super) fn nested_builder(&self, shape: &Shape, name: &Ident) -> TokenStream {
        if shape.structure().error.is_some() {
            return TokenStream::new();
        }
        let module = self.names.nested_module(shape);
        let built = Built { shape, path: quote!(super::#name), name, fields: names::members(shape) };
        let builder = self.builder(&built, false);
        let states = built.states();
        let private = self.paths.private();
        let unset = states.iter().map(|_| quote!(#private::Unset));
        let documentation = documentation::doc(&format!("The builder of [`{name}`](super::{name})."));
        quote! {
            impl #name {
                /// Starts to build a value.
                pub fn builder() -> #module::Builder<#(#unset),*> { #module::Builder::start(()) }
            }
            #documentation
            pub mod #module {
                #[allow(unused_imports)]
                use super::*;
                #builder
            }
        }
    }
}

/// The shape inside lists and maps.
fn innermost(shape: &Shape) -> &Shape {
    match shape.kind {
        Kind::List(item) => innermost(item.shape()),
        Kind::Map { value, .. } => innermost(value.shape()),
        _ => shape,
    }
}

/// An identifier without the prefix of raw ones, as people write it.
fn plain(ident: &Ident) -> Ident {
    format_ident!("{}", ident.to_string().trim_start_matches("r#"), span = ident.span())
}
