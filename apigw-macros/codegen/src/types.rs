//! Rust types for shapes: the only place that decides them.

use apigw_spec::{Kind, Member, Shape, Target};
use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::unsupported;
use crate::names::{self, Names};
use crate::paths::Paths;

/// Decides the Rust types of a specification's shapes.
pub(crate) struct Types<'a> {
    /// The names of generated types.
    pub(crate) names: &'a Names,
    /// Where the runtime is.
    pub(crate) paths: &'a Paths,
    /// What stands before generated types: nothing beside them, `super::` in a module of their own.
    pub(crate) scope: TokenStream,
}

impl Types<'_> {
    /// The type of a value of a shape.
    pub(crate) fn value(&self, target: Target) -> TokenStream {
        let ty = self.given(target.shape());
        if target.is_nullable() { quote!(::core::option::Option<#ty>) } else { ty }
    }

    fn given(&self, shape: &Shape) -> TokenStream {
        let private = self.paths.private();

        match shape.kind {
            _ if names::has_type(shape) => {
                let name = self.names.type_of(shape);
                let scope = &self.scope;
                quote!(#scope #name)
            }
            Kind::Boolean => quote!(bool),
            Kind::Integer => quote!(i32),
            Kind::Long => quote!(i64),
            Kind::Double => quote!(f64),
            Kind::Timestamp(_) => quote!(#private::Timestamp),
            Kind::Blob => quote!(#private::Blob),
            Kind::Document => quote!(#private::JsonValue),
            Kind::String(_) | Kind::Structure(_) | Kind::Union(_) => quote!(::std::string::String),
            Kind::List(item) => {
                let item = self.value(item);
                quote!(::std::vec::Vec<#item>)
            }
            Kind::Map { value, .. } => {
                let value = self.value(value);
                quote!(::std::collections::BTreeMap<::std::string::String, #value>)
            }
            other => unsupported(&other),
        }
    }

    /// The type of a structure's field: optional unless required, boxed where the structure contains itself.
    pub(crate) fn field(&self, owner: &Shape, member: &Member) -> TokenStream {
        let ty = self.content(owner, member);
        if member.required { ty } else { quote!(::core::option::Option<#ty>) }
    }

    /// The type of what a member holds if it is given: that of the variant of a union.
    pub(crate) fn content(&self, owner: &Shape, member: &Member) -> TokenStream {
        let ty = self.value(member.target);
        if is_boxed(owner, member) { quote!(::std::boxed::Box<#ty>) } else { ty }
    }

    /// The parameter type of a member's setter and the expression that makes the field's value from `value`.
    pub(crate) fn setter(&self, owner: &Shape, member: &Member) -> (TokenStream, TokenStream) {
        let (ty, mut expression) = self.content_setter(owner, member);
        if !member.required {
            expression = quote!(::core::option::Option::Some(#expression));
        }
        (ty, expression)
    }

    /// The same for what the member holds if it is given.
    pub(crate) fn content_setter(&self, owner: &Shape, member: &Member) -> (TokenStream, TokenStream) {
        let (ty, conversion) = self.argument(member.target);
        let mut expression = conversion.map_or_else(|| quote!(value), |conversion| quote!(#conversion(value)));
        if is_boxed(owner, member) {
            expression = quote!(::std::boxed::Box::new(#expression));
        }
        (ty, expression)
    }

    /// The same for the setter that takes an `Option` of an optional member.
    pub(crate) fn optional_setter(&self, owner: &Shape, member: &Member) -> (TokenStream, TokenStream) {
        let (ty, conversion) = self.argument(member.target);
        let mut expression = quote!(value);
        let boxing = is_boxed(owner, member).then(|| quote!(::std::boxed::Box::new));
        for step in conversion.into_iter().chain(boxing) {
            expression = quote!(::core::option::Option::map(#expression, #step));
        }
        (quote!(::core::option::Option<#ty>), expression)
    }

    /// The parameter type, and the function that makes a value of it, if it is not one already.
    fn argument(&self, target: Target) -> (TokenStream, Option<TokenStream>) {
        let ty = self.value(target);
        let private = self.paths.private();
        match target.shape().kind {
            Kind::String(_) | Kind::Blob | Kind::Timestamp(_) | Kind::Document => {
                (quote!(impl ::core::convert::Into<#ty>), Some(quote!(#private::into)))
            }
            Kind::List(item) => {
                let item = self.element(item);
                (quote!(impl ::core::iter::IntoIterator<Item = #item>), Some(quote!(#private::list)))
            }
            Kind::Map { value, .. } => {
                let item = self.element(value);
                let key = quote!(impl ::core::convert::Into<::std::string::String>);
                (quote!(impl ::core::iter::IntoIterator<Item = (#key, #item)>), Some(quote!(#private::map)))
            }
            // Booleans, numbers, structures and unions.
            _ => (ty, None),
        }
    }

    fn element(&self, target: Target) -> TokenStream {
        let ty = self.value(target);
        quote!(impl ::core::convert::Into<#ty>)
    }
}

/// Whether the field of a member is boxed: its structure or union contains itself.
pub(crate) fn is_boxed(owner: &Shape, member: &Member) -> bool {
    contains(member.target.shape(), owner.id, &mut Vec::new())
}

/// Whether a value of `shape` holds, without a list or map between, a structure or union with the identifier `id`.
fn contains(shape: &Shape, id: &str, open: &mut Vec<&'static str>) -> bool {
    if !matches!(shape.kind, Kind::Structure(_) | Kind::Union(_)) {
        return false;
    }
    if shape.id == id {
        return true;
    }
    if open.contains(&shape.id) {
        return false;
    }
    open.push(shape.id);
    let found = shape.members().iter().any(|member| contains(member.target.shape(), id, open));
    open.pop();
    found
}
