//! Builders. Each member is a type parameter, `Unset` until its setter is called, which can be called once; `build` and
//! `send` ask for marker traits, whose messages say what is missing.

use apigw_spec::{Kind, Member, Operation, Shape, Target};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::Emitter;
use super::conditional::{Conditional, conditionals, listed};
use super::states::States;
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
    /// The members that are required or forbidden together.
    conditionals: Vec<Conditional>,
}

impl<'a> Built<'a> {
    /// The builder of `name`, a structure of `shape`.
    pub(super) fn new(shape: &'a Shape, name: &'a Ident) -> Self {
        let conditionals = conditionals(shape);
        Self { shape, path: quote!(super::#name), name, fields: names::members(shape), conditionals }
    }

    fn members(&self) -> impl Iterator<Item = (usize, &Ident, &'a Member)> {
        let members = self.fields.iter().zip(self.shape.members()).enumerate();
        members.map(|(index, (field, member))| (index, field, member))
    }

    fn states(&self) -> States {
        States::new(&self.fields)
    }

    /// The positions of the members whose states decide whether the builder can be finished.
    fn needed(&self) -> Vec<usize> {
        let required = self.members().filter(|(_, _, member)| member.required).map(|(index, ..)| index);
        let conditional = self.conditionals.iter().flat_map(|each| [each.discriminant, each.member]);
        required.chain(conditional).collect()
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
        let markers = self.markers(built);
        let conditions = self.conditions(built.shape, &built.fields, &built.conditionals);
        let (setters, finishers) = (self.setters(built), self.finishers(built, operation));
        let documentation = documentation::doc(&format!(
            "Builds a [`{name}`](super::{name}). The type parameters, one a member, say what was given; name the type \
             by [`Start`] if at all."
        ));
        let (groups, others) = (states.whole("G"), states.whole("N"));
        let unset = states.each(|_| quote!(#private::Unset));
        let after = (states.len() > 0).then(|| {
            quote! {
                fn __after<#(#others),*>(self) -> Builder<#(#others,)* F> {
                    Builder { value: self.value, finish: self.finish, state: ::core::marker::PhantomData }
                }
            }
        });
        let hidden = self.hidden(built);

        quote! {
            #documentation
            #[must_use = "a builder does nothing until it is finished"]
            pub struct Builder<#(#groups,)* F = ()> {
                value: #path,
                finish: F,
                state: ::core::marker::PhantomData<(#(#groups,)*)>,
            }

            /// The builder at its start: nothing was given.
            pub type Start<F = ()> = Builder<#(#unset,)* F>;

            impl<F> Builder<#(#unset,)* F> {
                /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
                pub fn start(finish: F) -> Self {
                    Self { value: #private::Placeholder::placeholder(), finish, state: ::core::marker::PhantomData }
                }
            }

            #setters
            #finishers

            impl<#(#groups,)* F> Builder<#(#groups,)* F> { #after #hidden }

            #markers
            #conditions
        }
    }

    /// The setters, in one block for each group of members.
    fn setters(&self, built: &Built<'_>) -> TokenStream {
        let states = built.states();
        let blocks = (0..states.len()).map(|group| {
            let own = built.members().filter(|(index, ..)| states.group_of(*index) == group);
            let setters = own.map(|(index, field, member)| self.setter(built, index, field, member));
            let parameters = states.parameters(|other| other == group);
            let arguments = states.arguments(|other| other == group, |state| quote!(#state));
            quote!(impl<#(#parameters,)* F> Builder<#(#arguments,)* F> { #(#setters)* })
        });
        quote!(#(#blocks)*)
    }

    /// The setter of a member and, for an optional one, the setter that takes an `Option`.
    fn setter(&self, built: &Built<'_>, index: usize, field: &Ident, member: &Member) -> TokenStream {
        let private = self.paths.private();
        let (argument, expression) = self.types_from_below().setter(built.shape, member);
        let documentation = documentation::of_member(self.spec, built.shape, member);
        let decides = built.conditionals.iter().any(|conditional| conditional.discriminant == index);
        let ty = self.types_from_below().value(member.target);

        let (generics, argument, state) = if decides {
            (quote!(<V: #private::Typed<#ty>>), quote!(V), quote!(V::State))
        } else {
            (TokenStream::new(), argument, quote!(#private::Set))
        };

        let own = names::prefixed("S", field);
        let once = quote!(where #own: #private::NotGiven);
        let returns = builder_after(built, index, &state);
        let optional_returns = builder_after(built, index, &quote!(#private::Maybe));
        let maybe = (!member.required).then(|| {
            let name = names::maybe(field);
            let (argument, expression) = self.types_from_below().optional_setter(built.shape, member);
            let documentation = documentation::doc(&format!("Like [`{field}`](Self::{field}), if there is a value."));
            quote! {
                #documentation
                pub fn #name(mut self, value: #argument) -> #optional_returns #once {
                    self.value.#field = #expression;
                    self.__after()
                }
            }
        });

        quote! {
            #documentation
            pub fn #field #generics (mut self, value: #argument) -> #returns #once {
                self.value.#field = #expression;
                self.__after()
            }
            #maybe
        }
    }

    fn finishers(&self, built: &Built<'_>, operation: Option<&Operation>) -> TokenStream {
        let private = self.paths.private();
        let (bounds, path) = (built.bounds(), &built.path);
        let bounds = quote!(where #(#bounds,)*);
        let (states, needed) = (built.states(), built.needed());
        let is_open = |group| needed.iter().any(|index| states.group_of(*index) == group);
        let (parameters, arguments) = (states.parameters(is_open), states.arguments(is_open, |state| quote!(#state)));
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

        let events = operation.map(|operation| self.event_finisher(operation, path, &bounds));

        quote! {
            impl<#(#parameters,)* F> Builder<#(#arguments,)* F> {
                /// The finished value. It compiles once every required member was given.
                pub fn build(self) -> #path #bounds { self.value }
                #send
                #paginate
                #stream
                #events
            }
        }
    }

    /// The method that reads the events of an operation as they arrive, and sends those that it takes.
    fn event_finisher(&self, operation: &Operation, path: &TokenStream, bounds: &TokenStream) -> TokenStream {
        let private = self.paths.private();
        let (input, output) = (operation.input.shape(), operation.output.map(Target::shape));
        if output.and_then(Shape::events).is_none() {
            return TokenStream::new();
        }

        let Some((index, _)) = input.events() else {
            return quote! {
                /// Like `send`, for events that are read as they arrive.
                pub fn stream(self) -> F::Events #bounds F: #private::FinishEvents<#path> {
                    #private::FinishEvents::finish_events(self.finish, self.value)
                }
            };
        };
        let first = names::member(input, index).map(|name| name.unraw().to_string()).unwrap_or_default();
        let documentation = documentation::doc(&format!(
            "Like `send`, for events that are sent as they are made, after those in `{first}`, and read as they arrive."
        ));
        quote! {
            #documentation
            pub fn stream<E>(self, events: E) -> F::Exchange #bounds F: #private::FinishExchange<#path, E> {
                #private::FinishExchange::finish_exchange(self.finish, self.value, events)
            }
        }
    }

    /// What macros call, in whatever state the builder is.
    fn hidden(&self, built: &Built<'_>) -> TokenStream {
        let (private, path) = (self.paths.private(), &built.path);
        let given = built.states().each(|_| quote!(#private::Maybe<#private::Base>));
        let nested = built.members().filter_map(|(_, field, member)| self.nested_start(field, member));
        let exactly = built.members().filter_map(|(_, field, member)| self.exactly(field, member));
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
        }
    }

    /// The hidden method that starts the structures in a member, so that macros need not know the path of their type.
    pub(super) fn nested_start(&self, field: &Ident, member: &Member) -> Option<TokenStream> {
        let shape = innermost(member.target.shape());
        if !matches!(shape.kind, Kind::Structure(_) | Kind::Union(_)) || shape.structure().error.is_some() {
            return None;
        }
        let (module, method) = (self.names.nested_module(shape), names::nested(field));
        Some(quote! {
            #[doc(hidden)]
            pub fn #method(&self) -> super::#module::Start { super::#module::Builder::start(()) }
        })
    }

    /// The hidden method that says the type of a member that its setter converts, so that macros need not know it. They
    /// know strings.
    pub(super) fn exactly(&self, field: &Ident, member: &Member) -> Option<TokenStream> {
        if !names::is_converted(member.target.shape()) {
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
                impl<B> #marker for #private::Maybe<B> {}
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

/// The builder's type after the setter of the member at a position.
fn builder_after(built: &Built<'_>, index: usize, state: &TokenStream) -> TokenStream {
    let (states, own) = (built.states(), built.fields.get(index).map(|field| names::prefixed("S", field)));
    let changed = |other: &Ident| if Some(other) == own.as_ref() { state.clone() } else { quote!(#other) };
    let group = states.group_of(index);
    let arguments = states.arguments(|other| other == group, changed);
    quote!(Builder<#(#arguments,)* F>)
}
