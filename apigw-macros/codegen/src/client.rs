//! `client!`: the fluent methods of a client, one an operation.

use apigw_spec::{Operation, Spec};
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::arguments::{Arguments, load};
use crate::diagnostics::Diagnostics;
use crate::documentation;
use crate::names::Names;
use crate::paths::Paths;

/// Expands a call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let arguments = Arguments::parse(input, &mut diagnostics);
    let Some(target) = &arguments.target else {
        diagnostics.error(Span::call_site(), "missing the client's type; write `for Client` first");
        return diagnostics.into_tokens();
    };
    let Some(loaded) = load(&arguments, &mut diagnostics) else { return diagnostics.into_tokens() };
    let paths = Paths::new(arguments.types());
    let names = Names::new(&loaded.spec);
    let methods =
        loaded.spec.operations.iter().map(|operation| method(&loaded.spec, operation, &names, &paths, target));
    let errors = diagnostics.into_tokens();
    quote! { #errors impl #target { #(#methods)* } }
}

fn method(spec: &Spec, operation: &Operation, names: &Names, paths: &Paths, target: &syn::Path) -> TokenStream {
    let model = &paths.model;
    let module = names.module(operation);
    let shape = operation.input.shape();
    let id =
        shape.id.rsplit_once('#').map_or_else(String::new, |(namespace, _)| format!("{namespace}#{}", operation.name));
    let documentation = documentation::of(spec, &id, || format!("Calls `{}`.", operation.name));
    quote! {
        #documentation
        pub fn #module(&self) -> #model::#module::Start<#target> {
            #model::#module::Builder::start(::core::clone::Clone::clone(self))
        }
    }
}
