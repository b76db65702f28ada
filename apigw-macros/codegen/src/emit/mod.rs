//! Emission: a checked specification in, tokens out. Nothing here can fail; what can be wrong was refused before.

mod builder;
mod condition;
mod conditional;
mod enumeration;
mod operation;
mod patch;
mod states;
mod structure;
mod table;
mod union;

use apigw_spec::{Kind, Operation, Shape, Spec};
use proc_macro2::TokenStream;
use quote::quote;

use crate::names::Names;
use crate::paths::Paths;
use crate::tables::Quote;
use crate::types::Types;

/// What every emitter needs: the specification, and the authorities for names, types and paths.
pub(crate) struct Emitter<'a> {
    /// The specification.
    pub(crate) spec: &'a Spec,
    /// The names.
    pub(crate) names: &'a Names,
    /// The paths to the runtime.
    pub(crate) paths: &'a Paths,
}

impl Emitter<'_> {
    /// Everything that `model!` expands to, in a stable order: tables, then operations, then shapes.
    pub(crate) fn model(&self) -> TokenStream {
        let tables = self.tables();
        let operations = self.spec.operations.iter().map(|operation| self.operation(operation));
        let shapes = self.spec.shapes.iter().filter(|shape| !self.is_input(shape)).map(|shape| self.shape(shape));
        quote! { #tables #(#operations)* #(#shapes)* }
    }

    /// The items of one operation: the input structure, its builder and its facts.
    pub(crate) fn operation(&self, operation: &Operation) -> TokenStream {
        let name = self.names.input(operation);
        let shape = operation.input.shape();
        let structure = self.structure(shape, &name, operation.name);
        let facts = self.operation_facts(operation);
        let module = self.operation_module(operation);
        quote! { #structure #facts #module }
    }

    /// The items of one shape that is no input; nothing for shapes that are types of the standard library.
    pub(crate) fn shape(&self, shape: &Shape) -> TokenStream {
        match shape.kind {
            Kind::Structure(_) => {
                let name = self.names.type_of(shape);
                let structure = self.structure(shape, &name, shape.id);
                let builder = self.nested_builder(shape, &name);
                quote! { #structure #builder }
            }
            Kind::Union(_) => {
                let name = self.names.type_of(shape);
                let union = self.union(shape, &name);
                let builder = self.union_builder(shape, &name);
                quote! { #union #builder }
            }
            Kind::String(text) => match text.values.listed() {
                Some(values) => self.enumeration(shape, values),
                None => TokenStream::new(),
            },
            _ => TokenStream::new(),
        }
    }

    fn is_input(&self, shape: &Shape) -> bool {
        self.spec.operations.iter().any(|operation| operation.input.shape().id == shape.id)
    }

    fn types(&self) -> Types<'_> {
        Types { names: self.names, paths: self.paths, scope: TokenStream::new() }
    }

    /// The types as a module below them sees them, whose own names may be the same.
    fn types_from_below(&self) -> Types<'_> {
        Types { scope: quote!(super::), ..self.types() }
    }

    fn quote(&self) -> Quote<'_> {
        Quote { names: self.names, spec: self.paths.spec() }
    }
}
