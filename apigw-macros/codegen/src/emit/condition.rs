//! Conditions of builders: what a typed constant of one member demands of another, for the compiler to check.

use apigw_spec::Shape;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::conditional::{Conditional, listed};
use crate::{documentation, names};

impl Emitter<'_> {
    /// One trait a conditional. A constant that decides has it only together with the right state of the other member,
    /// by way of a trait of its own whose message says why; everything else has it with any.
    pub(super) fn conditions(&self, shape: &Shape, fields: &[Ident], conditionals: &[Conditional]) -> TokenStream {
        let private = self.paths.private();
        let traits = conditionals.iter().enumerate().filter_map(|(number, conditional)| {
            let marker = names::condition(number);
            let member = fields.get(conditional.member)?;
            let decides = shape.members().get(conditional.discriminant)?.target.shape();
            let module = self.names.nested_module(decides);
            let values = listed(shape, conditional.discriminant)?;
            let implementations =
                values.iter().zip(names::constants(values)).map(|(value, constant)| {
                    match conditional.cases.iter().find(|(case, _)| case == value) {
                        Some((_, message)) => {
                            let given = names::given(number, &constant);
                            self.case((&marker, &given), &quote!(super::#module::#constant), conditional, message)
                        }
                        None => quote!(impl<S> #marker<S> for super::#module::#constant {}),
                    }
                });
            let documentation =
                documentation::doc(&format!("Says that `{member}` goes with the state of the other member."));
            Some(quote! {
                #documentation
                pub trait #marker<S> {}
                impl<S> #marker<S> for #private::Set {}
                impl<S, B> #marker<S> for #private::Maybe<B> {}
                impl<S> #marker<S> for #private::Unset {}
                #(#implementations)*
            })
        });

        quote!(#(#traits)*)
    }

    /// One case, by a trait with a name of its own, as the compiler compares traits of the same name.
    fn case(
        &self,
        (marker, given): (&Ident, &Ident),
        constant: &TokenStream,
        conditional: &Conditional,
        message: &str,
    ) -> TokenStream {
        let private = self.paths.private();
        let state = if conditional.required { quote!(Set) } else { quote!(Unset) };
        // Braces are placeholders in the attribute's text.
        let message = message.replace('{', "{{").replace('}', "}}");
        quote! {
            const _: () = {
                #[diagnostic::on_unimplemented(message = #message, label = "not with this type")]
                pub trait #given {}
                impl #given for #private::#state {}
                impl<B> #given for #private::Maybe<B> {}
                impl<S: #given> #marker<S> for #constant {}
            };
        }
    }

    /// The typed constants of an enumeration that decides about members of a structure: a module of unit structures
    /// with the names of the values.
    pub(super) fn constants(&self, shape: &Shape, values: &[&str]) -> TokenStream {
        let decides = self.spec.shapes.iter().any(|structure| {
            let conditionals = super::conditional::conditionals(structure);
            let targets = conditionals.iter().filter_map(|each| structure.members().get(each.discriminant));
            targets.into_iter().any(|member| member.target.shape().id == shape.id)
        });
        if !decides {
            return TokenStream::new();
        }
        let (name, module, private) =
            (self.names.type_of(shape), self.names.nested_module(shape), self.paths.private());
        let variants = names::variants(values);
        let constants = names::constants(values);
        let docs = values.iter().map(|value| documentation::of_value(self.spec, shape, value));
        let documentation = documentation::doc(&format!(
            "The values of [`{name}`](super::{name}) as typed constants: a builder that is given one lets the compiler \
             check the rules that hang on it."
        ));
        quote! {
            #documentation
            #[allow(non_camel_case_types)]
            pub mod #module {
                #(
                    #docs
                    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
                    pub struct #constants;

                    impl ::core::convert::From<#constants> for super::#name {
                        fn from(_: #constants) -> Self { Self::#variants }
                    }
                    impl #private::Typed<super::#name> for #constants { type State = Self; }
                )*
            }
            impl #private::Typed<#name> for #name { type State = #private::Set; }
            impl #private::Typed<#name> for &#name { type State = #private::Set; }
            impl #private::Typed<#name> for &str { type State = #private::Set; }
            impl #private::Typed<#name> for ::std::string::String { type State = #private::Set; }
        }
    }
}
