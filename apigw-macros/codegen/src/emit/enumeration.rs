//! Open enumerations.

use apigw_spec::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::{documentation, names};

impl Emitter<'_> {
    /// The enumeration of a string shape with listed values.
    pub(super) fn enumeration(&self, shape: &Shape, values: &[&str]) -> TokenStream {
        let name = self.names.type_of(shape);
        let variants = names::variants(values);
        let documentation = documentation::of(self.spec, shape.id, || format!("`{}`.", shape.name()));
        let docs = values.iter().map(|value| documentation::of_value(self.spec, shape, value));
        let private = self.paths.private();
        let implementations = self.enumeration_implementations(&name);
        let constants = self.constants(shape, values);
        quote! {
            #documentation
            #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq,
                ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#docs #variants,)*
                /// A value that the model does not list; it keeps its text.
                Unknown(#private::UnknownValue),
            }

            impl #name {
                /// Every value that the model lists, in its order.
                pub const ALL: &'static [Self] = &[#(Self::#variants),*];

                /// The text that the service knows the value by.
                pub fn as_str(&self) -> &str {
                    match self { #(Self::#variants => #values,)* Self::Unknown(value) => value.as_str() }
                }
            }

            #implementations
            #constants
        }
    }

    fn enumeration_implementations(&self, name: &proc_macro2::Ident) -> TokenStream {
        let private = self.paths.private();
        let conversions = enumeration_conversions(name, &private);

        quote! {
            const _: () = {
                #[automatically_derived]
                impl #private::OpenEnum for #name {
                    const ALL: &'static [Self] = Self::ALL;
                    fn as_str(&self) -> &str { Self::as_str(self) }
                    fn unknown(value: #private::UnknownValue) -> Self { Self::Unknown(value) }
                }
                #[automatically_derived]
                impl #private::ToValue for #name {
                    fn to_value(&self) -> #private::Value<'_> { #private::Value::Text(self.as_str()) }
                }
                #[automatically_derived]
                impl #private::Placeholder for #name {
                    fn placeholder() -> Self { #private::from_text("") }
                }
                #[automatically_derived]
                impl #private::Sink for #name {
                    fn put(&mut self, scalar: #private::Scalar<'_>) -> bool {
                        let #private::Scalar::Text(text) = scalar else { return false };
                        *self = #private::from_text(text);
                        true
                    }
                }
                #[automatically_derived]
                impl #private::serde::Serialize for #name {
                    fn serialize<S: #private::serde::Serializer>(
                        &self, serializer: S,
                    ) -> ::core::result::Result<S::Ok, S::Error> {
                        serializer.serialize_str(self.as_str())
                    }
                }
                #[automatically_derived]
                impl<'de> #private::serde::Deserialize<'de> for #name {
                    fn deserialize<D: #private::serde::Deserializer<'de>>(
                        deserializer: D,
                    ) -> ::core::result::Result<Self, D::Error> {
                        #private::deserialize_enum(deserializer)
                    }
                }
                #conversions
            };
        }
    }
}

fn enumeration_conversions(name: &proc_macro2::Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(#private::from_text(text))
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<&str> for #name {
            fn from(text: &str) -> Self { #private::from_text(text) }
        }
        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for #name {
            fn from(text: ::std::string::String) -> Self { #private::from_text(&text) }
        }
        #[automatically_derived]
        impl ::core::convert::From<#name> for ::std::string::String {
            fn from(value: #name) -> Self { ::std::string::ToString::to_string(value.as_str()) }
        }
        #[automatically_derived]
        impl ::core::convert::From<&#name> for #name {
            fn from(value: &#name) -> Self { ::core::clone::Clone::clone(value) }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<str> for #name {
            fn eq(&self, text: &str) -> bool { self.as_str() == text }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<&str> for #name {
            fn eq(&self, text: &&str) -> bool { self.as_str() == *text }
        }
    }
}
