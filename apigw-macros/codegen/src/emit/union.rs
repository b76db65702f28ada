//! Unions: an enumeration with a variant for each member, and a builder that takes one of them.

use apigw_spec::{Member, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::Emitter;
use crate::{documentation, names};

/// A variant of a union.
struct Choice {
    /// The position of its member.
    index: usize,
    member: &'static Member,
    variant: Ident,
    /// The setter of the builder.
    field: Ident,
}

impl Emitter<'_> {
    /// The variants of a union. The errors in a stream of events are none: they are errors of the call.
    fn choices(&self, shape: &Shape) -> Vec<Choice> {
        let is_event =
            |target: apigw_spec::Target| target.shape().events().is_some_and(|(_, event)| event.id == shape.id);
        let is_event = self.spec.operations.iter().any(|operation| operation.output.is_some_and(is_event));
        let named = names::union_variants(shape).into_iter().zip(names::members(shape));
        let all = shape.members().iter().zip(named).enumerate();
        let kept = all.filter(|(_, (member, _))| !is_event || member.target.shape().structure().error.is_none());
        kept.map(|(index, (member, (variant, field)))| Choice { index, member, variant, field }).collect()
    }

    /// The enumeration of a union.
    pub(super) fn union(&self, shape: &Shape, name: &Ident) -> TokenStream {
        let types = self.types();
        let choices = self.choices(shape);
        let variants: Vec<_> = choices.iter().map(|choice| &choice.variant).collect();
        let documentation = documentation::of(self.spec, shape.id, || format!("`{}`.", shape.name()));
        let docs = choices.iter().map(|choice| documentation::of_member(self.spec, shape, choice.member));
        let contents = choices.iter().map(|choice| types.content(shape, choice.member));
        let walking = self.union_walking(shape, name, &choices);
        let printing = self.printing(name);
        quote! {
            #documentation
            #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#docs #variants(#contents),)*
                /// A member that the model does not list.
                Unknown,
            }

            #walking
            #printing
        }
    }

    /// The implementations by which tables reach the member: reading, filling in, starting.
    fn union_walking(&self, shape: &Shape, name: &Ident, choices: &[Choice]) -> TokenStream {
        let private = self.paths.private();
        let table = self.names.table(shape.id);
        let variants: Vec<_> = choices.iter().map(|choice| &choice.variant).collect();
        let indices = || choices.iter().map(|choice| choice.index);
        let (read, fill) = (indices(), indices());

        quote! {
            const _: () = {
                #[automatically_derived]
                impl #private::Members for #name {
                    fn member(&self, index: usize, _name: &str) -> #private::Value<'_> {
                        match (index, self) {
                            #((#read, Self::#variants(value)) => #private::ToValue::to_value(value),)*
                            _ => #private::Value::Absent,
                        }
                    }
                }
                #[automatically_derived]
                impl #private::Sink for #name {
                    fn member(&mut self, index: usize) -> ::core::option::Option<&mut dyn #private::Sink> {
                        match index {
                            #(#fill => *self = Self::#variants(#private::Placeholder::placeholder()),)*
                            _ => return ::core::option::Option::None,
                        }
                        match self {
                            #(Self::#variants(value) => ::core::option::Option::Some(value),)*
                            Self::Unknown => ::core::option::Option::None,
                        }
                    }
                }
                #[automatically_derived]
                impl #private::ToValue for #name {
                    fn to_value(&self) -> #private::Value<'_> { #private::Value::Structure(self) }
                }
                #[automatically_derived]
                impl #private::Placeholder for #name {
                    fn placeholder() -> Self { Self::Unknown }
                }
                #[automatically_derived]
                impl #private::Structured for #name {
                    const SHAPE: &'static #private::spec::Shape = &__tables::#table;
                }
            };
        }
    }

    /// The builder of a union, in a module of its own: each setter finishes the choice.
    pub(super) fn union_builder(&self, shape: &Shape, name: &Ident) -> TokenStream {
        let private = self.paths.private();
        let module = self.names.nested_module(shape);
        let setters = self.union_setters(shape, name);
        let choices = self.choices(shape);
        let members = || choices.iter().map(|choice| (&choice.field, choice.member));
        let nested = members().filter_map(|(field, member)| self.nested_start(field, member));
        let exactly = members().filter_map(|(field, member)| self.exactly(field, member));
        let documentation = documentation::doc(&format!("The builder of [`{name}`](super::{name})."));
        let message = format!("missing the member of the union `{name}`");
        let label =
            members().next().map(|(field, _)| format!("call a setter such as `.{}(…)` before this", field.unraw()));
        let label = label.unwrap_or_default();
        quote! {
            impl #name {
                /// Starts to build a value.
                pub fn builder() -> #module::Start { #module::Builder::start(()) }
            }
            #documentation
            pub mod #module {
                #[allow(unused_imports)]
                use super::*;

                /// Builds a value, of which one member is given.
                #[must_use = "a builder does nothing until it is finished"]
                pub struct Builder<S> { value: super::#name, state: ::core::marker::PhantomData<S> }

                /// The builder at its start: nothing was given.
                pub type Start = Builder<#private::Unset>;

                impl Builder<#private::Unset> {
                    /// Starts without a member.
                    pub fn start(_: ()) -> Self {
                        Self { value: super::#name::Unknown, state: ::core::marker::PhantomData }
                    }
                    #setters
                }

                impl<S> Builder<S> {
                    #(#nested)*
                    #(#exactly)*

                    /// The type of a field of a custom structure.
                    #[doc(hidden)]
                    pub fn __field<T>(&self, field: &T) -> #private::FieldType<T> { #private::FieldType::of(field) }

                    /// The value as far as it was given, for macros that reported what is missing.
                    #[doc(hidden)]
                    pub fn __unchecked(self) -> super::#name { self.value }

                    /// The finished value. It compiles once a member was given.
                    pub fn build(self) -> super::#name where S: HasMember { self.value }
                }

                /// Says that a member was given.
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait HasMember {}
                impl HasMember for #private::Set {}
            }
        }
    }

    fn union_setters(&self, shape: &Shape, name: &Ident) -> TokenStream {
        let private = self.paths.private();
        let types = self.types_from_below();
        let setters = self.choices(shape).into_iter().map(|Choice { member, variant, field, .. }| {
            let (argument, expression) = types.content_setter(shape, member);
            let documentation = documentation::of_member(self.spec, shape, member);
            quote! {
                #documentation
                pub fn #field(self, value: #argument) -> Builder<#private::Set> {
                    Builder { value: super::#name::#variant(#expression), state: ::core::marker::PhantomData }
                }
            }
        });
        setters.collect()
    }
}
