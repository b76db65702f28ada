//! Builders. Each member that the compiler keeps count of is a type parameter, `Unset` until its setter is called;
//! `build` and `send` ask for marker traits, whose messages say what is missing.

use apigw_spec::{Kind, Member, Operation, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::Emitter;
use super::conditional::{Conditional, conditionals, listed};
use crate::{documentation, names};

/// What a builder is for, as its parts need it.
pub(super) struct Built<'a> {
    /// The structure's shape.
    shape: &'a Shape,
    /// The structure's path from the builder.
    path: TokenStream,
    /// The structure's name, for people.
    name: &'a Ident,
    /// The names of the members.
    fields: Vec<Ident>,
    /// The members that the compiler keeps count of together.
    conditionals: Vec<Conditional>,
}

impl<'a> Built<'a> {
    /// The builder of `name`, a structure of `shape`.
    pub(super) fn new(shape: &'a Shape, name: &'a Ident) -> Self {
        let conditionals = conditionals(shape);
        Self { shape, path: quote!(super::#name), name, fields: names::members(shape), conditionals }
    }

    /// Whether the builder's type says if a member was given.
    fn is_counted(&self, index: usize, member: &Member) -> bool {
        let counted = |conditional: &Conditional| conditional.discriminant == index || conditional.member == index;
        member.required || self.conditionals.iter().any(counted)
    }

    fn members(&self) -> impl Iterator<Item = (usize, &Ident, &'a Member)> {
        let members = self.fields.iter().zip(self.shape.members()).enumerate();
        members.map(|(index, (field, member))| (index, field, member))
    }

    /// The state parameters, one a counted member.
    fn states(&self) -> Vec<Ident> {
        let counted = self.members().filter(|(index, _, member)| self.is_counted(*index, member));
        counted.map(|(_, field, _)| names::prefixed("S", field)).collect()
    }

    /// What must hold of the states to finish.
    fn bounds(&self) -> Vec<TokenStream> {
        let required = self.members().filter(|(_, _, member)| member.required).map(|(_, field, _)| {
            let (state, marker) = (names::prefixed("S", field), names::prefixed("Has", field));
            quote!(#state: #marker)
        });
        let conditional = self.conditionals.iter().enumerate().filter_map(|(number, conditional)| {
            let decides = names::prefixed("S", self.fields.get(conditional.discriminant)?);
            let state = names::prefixed("S", self.fields.get(conditional.member)?);
            let marker = names::condition(number);
            Some(quote!(#decides: #marker<#state>))
        });
        required.chain(conditional).collect()
    }
}

impl Emitter<'_> {
    /// The builder type with its setters, `build` and, for operations, `send`.
    pub(super) fn builder(&self, built: &Built<'_>, operation: Option<&Operation>) -> TokenStream {
        let private = self.paths.private();
        let (states, path, name) = (built.states(), &built.path, built.name);
        let setters = built.members().map(|(index, field, member)| self.setter(built, index, field, member));
        let markers = self.markers(built);
        let conditions = self.conditions(built.shape, &built.fields, &built.conditionals);
        let finishers = self.finishers(built, operation);
        let documentation = documentation::doc(&format!(
            "Builds a [`{name}`](super::{name}). The type parameters keep count of what was given; they follow the \
             rules of the specification, so name the type by [`Start`] if at all."
        ));
        let others: Vec<_> = states.iter().map(|state| names::prefixed("N", state)).collect();
        let after = (!states.is_empty()).then(|| {
            quote! {
                fn __after<#(#others),*>(self) -> Builder<#(#others,)* F> {
                    Builder { value: self.value, finish: self.finish, state: ::core::marker::PhantomData }
                }
            }
        });
        let unset: Vec<_> = states.iter().map(|_| quote!(#private::Unset)).collect();
        quote! {
            #documentation
            #[must_use = "a builder does nothing until it is finished"]
            pub struct Builder<#(#states,)* F = ()> {
                value: #path,
                finish: F,
                state: ::core::marker::PhantomData<(#(#states,)*)>,
            }

            /// The builder at its start: nothing was given.
            pub type Start<F = ()> = Builder<#(#unset,)* F>;

            impl<F> Builder<#(#unset,)* F> {
                /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
                pub fn start(finish: F) -> Self {
                    Self { value: #private::Placeholder::placeholder(), finish, state: ::core::marker::PhantomData }
                }
            }

            impl<#(#states,)* F> Builder<#(#states,)* F> { #after #(#setters)* #finishers }

            #markers
            #conditions
        }
    }

    /// The setter of a member and, for an optional one, the setter that takes an `Option`.
    fn setter(&self, built: &Built<'_>, index: usize, field: &Ident, member: &Member) -> TokenStream {
        let private = self.paths.private();
        let (argument, expression) = self.types_from_below().setter(built.shape, member);
        let documentation = documentation::of_member(self.spec, built.shape, member);
        let counted = built.is_counted(index, member);
        let decides = built.conditionals.iter().any(|conditional| conditional.discriminant == index);
        let ty = self.types_from_below().value(member.target);

        let (generics, argument, state) = if decides {
            (quote!(<V: #private::Typed<#ty>>), quote!(V), quote!(V::State))
        } else {
            (TokenStream::new(), argument, quote!(#private::Set))
        };

        let (returns, after) = builder_after(built, field, counted, &state);
        let (optional_returns, optional_after) = builder_after(built, field, counted, &quote!(#private::Maybe));
        let maybe = (!member.required).then(|| {
            let name = names::maybe(field);
            let (argument, expression) = self.types_from_below().optional_setter(built.shape, member);
            let documentation = documentation::doc(&format!("Like [`{field}`](Self::{field}), if there is a value."));
            quote! {
                #documentation
                pub fn #name(mut self, value: #argument) -> #optional_returns {
                    self.value.#field = #expression;
                    #optional_after
                }
            }
        });

        quote! {
            #documentation
            pub fn #field #generics (mut self, value: #argument) -> #returns {
                self.value.#field = #expression;
                #after
            }
            #maybe
        }
    }

    fn finishers(&self, built: &Built<'_>, operation: Option<&Operation>) -> TokenStream {
        let private = self.paths.private();
        let (bounds, path) = (built.bounds(), &built.path);
        let bounds = quote!(where #(#bounds,)*);
        let given = built.states().into_iter().map(|_| quote!(#private::Maybe));
        let nested = built.members().filter_map(|(_, field, member)| self.nested_start(field, member));
        let exactly = built.members().filter_map(|(_, field, member)| self.exactly(field, member));
        let send = operation.map(|_| {
            quote! {
                /// Hands the finished input to what the builder was started with, such as a client.
                pub fn send(self) -> F::Reply #bounds F: #private::Finish<#path> {
                    #private::Finish::finish(self.finish, self.value)
                }
            }
        });
        let paginate = operation.filter(|operation| operation.pagination.is_some()).map(|_| {
            quote! {
                /// Like `send`, for all pages from this one on.
                pub fn paginate(self) -> F::Pages #bounds F: #private::FinishPages<#path> {
                    #private::FinishPages::finish_pages(self.finish, self.value)
                }
            }
        });
        let stream = operation.filter(|operation| operation.has_streaming_output()).map(|_| {
            quote! {
                /// Like `send`, for bytes that are read as they arrive.
                pub fn stream(self) -> F::Stream #bounds F: #private::FinishStream<#path> {
                    #private::FinishStream::finish_stream(self.finish, self.value)
                }
            }
        });
        quote! {
            #(#nested)*
            #(#exactly)*

            /// The type of a field of a custom structure.
            #[doc(hidden)]
            pub fn __field<T>(&self, field: &T) -> #private::FieldType<T> { #private::FieldType::of(field) }

            /// The value as far as it was given, for macros that reported what is missing.
            #[doc(hidden)]
            pub fn __unchecked(self) -> #path { self.value }

            /// The builder of a value to be changed: nothing is missing.
            #[doc(hidden)]
            pub fn __from(self, value: #path) -> Builder<#(#given,)* F> {
                Builder { value, finish: self.finish, state: ::core::marker::PhantomData }
            }

            /// The finished value. It compiles once every required member was given.
            pub fn build(self) -> #path #bounds { self.value }
            #send
            #paginate
            #stream
        }
    }

    /// The hidden method that starts the structures in a member, so that macros need not know the path of their type.
    fn nested_start(&self, field: &Ident, member: &Member) -> Option<TokenStream> {
        let shape = innermost(member.target.shape());
        if !matches!(shape.kind, Kind::Structure(_)) || shape.structure().error.is_some() {
            return None;
        }
        let (module, method) = (self.names.nested_module(shape), names::nested(field));
        Some(quote! {
            #[doc(hidden)]
            pub fn #method(&self) -> super::#module::Start { super::#module::Builder::start(()) }
        })
    }

    /// The hidden method that says the type of a list or map, so that macros need not know it.
    fn exactly(&self, field: &Ident, member: &Member) -> Option<TokenStream> {
        if !matches!(member.target.shape().kind, Kind::List(_) | Kind::Map { .. }) {
            return None;
        }
        let (method, ty) = (names::exactly(field), self.types_from_below().value(member.target));
        Some(quote! {
            #[doc(hidden)]
            pub fn #method(&self, value: #ty) -> #ty { value }
        })
    }

    fn markers(&self, built: &Built<'_>) -> TokenStream {
        let private = self.paths.private();
        let name = built.name;
        let required = built.members().filter(|(_, _, member)| member.required);
        let traits = required.map(|(index, field, _)| {
            let marker = names::prefixed("Has", field);
            let message = format!("missing required member `{}` of `{name}`", field.unraw());
            let label = format!("call `.{field}(…)` before this");
            let documentation = documentation::doc(&format!("Says that `{field}` was given."));
            let constants = self.constants_of(built, index).map(|constant| quote!(impl #marker for #constant {}));
            quote! {
                #documentation
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait #marker {}
                impl #marker for #private::Set {}
                impl #marker for #private::Maybe {}
                #(#constants)*
            }
        });
        quote!(#(#traits)*)
    }

    /// The typed constants of a member, if its value decides about others.
    fn constants_of(&self, built: &Built<'_>, index: usize) -> impl Iterator<Item = TokenStream> {
        let decides = built.conditionals.iter().any(|conditional| conditional.discriminant == index);
        let shape = built.shape.members().get(index).map(|member| member.target.shape()).filter(|_| decides);
        let values = shape.and_then(|_| listed(built.shape, index)).unwrap_or_default();
        let module = shape.map(|shape| self.names.nested_module(shape));
        names::constants(values).into_iter().map(move |constant| quote!(super::#module::#constant))
    }

    /// The builder of a structure that is no input, in a module of its own.
    pub(super) fn nested_builder(&self, shape: &Shape, name: &Ident) -> TokenStream {
        if shape.structure().error.is_some() {
            return TokenStream::new();
        }
        let module = self.names.nested_module(shape);
        let builder = self.builder(&Built::new(shape, name), None);
        let documentation = documentation::doc(&format!("The builder of [`{name}`](super::{name})."));
        quote! {
            impl #name {
                /// Starts to build a value.
                pub fn builder() -> #module::Start { #module::Builder::start(()) }
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

/// The builder's type after a setter, and the expression that makes it.
fn builder_after(built: &Built<'_>, field: &Ident, counted: bool, state: &TokenStream) -> (TokenStream, TokenStream) {
    if !counted {
        return (quote!(Self), quote!(self));
    }
    let own = names::prefixed("S", field);
    let states = built.states().into_iter();
    let states = states.map(|other| if other == own { state.clone() } else { quote!(#other) });
    (quote!(Builder<#(#states,)* F>), quote!(self.__after()))
}
