//! Structures: the type, and the one table-driven implementation of everything else.

use apigw_spec::Shape;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use crate::{documentation, names};

impl Emitter<'_> {
    /// The structure of a shape under a name, documented as `id`.
    pub(super) fn structure(&self, shape: &Shape, name: &Ident, id: &str) -> TokenStream {
        let types = self.types();
        let fields = names::members(shape);
        let documentation = documentation::of_structure(self.spec, shape, &documented(shape, id));
        let docs = shape.members().iter().map(|member| documentation::of_member(self.spec, shape, member));
        let field_types = shape.members().iter().map(|member| types.field(shape, member));
        let default = if shape.members().iter().any(|member| member.required) {
            TokenStream::new()
        } else {
            quote!(#[derive(::core::default::Default)])
        };
        let walking = self.walking(shape, name, &fields);
        let printing = self.printing(name);
        quote! {
            #documentation
            #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
            #default
            #[non_exhaustive]
            pub struct #name { #(#docs pub #fields: #field_types,)* }

            #walking
            #printing
        }
    }

    /// The implementations that read a value through its table: serialisation and `Debug`.
    pub(super) fn printing(&self, name: &Ident) -> TokenStream {
        let (private, shown) = (self.paths.private(), name.to_string());
        quote! {
            const _: () = {
                #[automatically_derived]
                impl #private::serde::Serialize for #name {
                    fn serialize<S: #private::serde::Serializer>(
                        &self, serializer: S,
                    ) -> ::core::result::Result<S::Ok, S::Error> {
                        #private::serialize(<Self as #private::Structured>::SHAPE, self, serializer)
                    }
                }
                #[automatically_derived]
                impl<'de> #private::serde::Deserialize<'de> for #name {
                    fn deserialize<D: #private::serde::Deserializer<'de>>(
                        deserializer: D,
                    ) -> ::core::result::Result<Self, D::Error> {
                        #private::deserialize(deserializer)
                    }
                }
                #[automatically_derived]
                impl ::core::fmt::Debug for #name {
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        #private::debug(#shown, <Self as #private::Structured>::SHAPE, self, f)
                    }
                }
            };
        }
    }

    /// The implementations by which tables reach the fields: reading, filling in, starting.
    fn walking(&self, shape: &Shape, name: &Ident, fields: &[Ident]) -> TokenStream {
        let private = self.paths.private();
        let table = self.names.table(shape.id);
        let indices = || 0..fields.len();
        let (read, fill) = (indices(), indices());
        let open = if fields.is_empty() { quote!(_index) } else { quote!(index) };

        let (member, place) = if fields.is_empty() {
            (quote!(#private::Value::Absent), quote!(::core::option::Option::None))
        } else {
            (
                quote!(match index { #(#read => #private::ToValue::to_value(&self.#fields),)* _ => #private::Value::Absent }),
                quote!(match index {
                    #(#fill => ::core::option::Option::Some(&mut self.#fields),)*
                    _ => ::core::option::Option::None,
                }),
            )
        };

        quote! {
            const _: () = {
                #[automatically_derived]
                impl #private::Members for #name {
                    fn member(&self, #open: usize, _name: &str) -> #private::Value<'_> { #member }
                }
                #[automatically_derived]
                impl #private::Sink for #name {
                    fn member(&mut self, #open: usize) -> ::core::option::Option<&mut dyn #private::Sink> { #place }
                }
                #[automatically_derived]
                impl #private::ToValue for #name {
                    fn to_value(&self) -> #private::Value<'_> { #private::Value::Structure(self) }
                }
                #[automatically_derived]
                impl #private::Placeholder for #name {
                    fn placeholder() -> Self { Self { #(#fields: #private::Placeholder::placeholder(),)* } }
                }
                #[automatically_derived]
                impl #private::Structured for #name {
                    const SHAPE: &'static #private::spec::Shape = &__tables::#table;
                }
            };
        }
    }
}

/// The identifier to look documentation up by: an operation's for its input, else the shape's own.
fn documented(shape: &Shape, id: &str) -> String {
    match shape.id.rsplit_once('#') {
        Some((namespace, _)) if !id.contains('#') => format!("{namespace}#{id}"),
        _ => id.to_owned(),
    }
}
