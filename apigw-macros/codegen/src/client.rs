//! `client!`: the fluent methods of a client, one an operation, and one a waiter.

use apigw_spec::{Operation, Spec, Waiter};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::arguments::{Arguments, load};
use crate::diagnostics::Diagnostics;
use crate::documentation;
use crate::names::Names;
use crate::paths::Paths;
use crate::tables::waiter_table;

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
    // The types of a custom model are elsewhere than the runtime.
    let runtime = Paths::new(arguments.runtime.as_ref());
    let waits = names.waiters(&loaded.spec);
    let waits = waits.iter().filter_map(|(waiter, name)| {
        let operation = loaded.spec.operation(waiter.operation)?;
        let (model, module) = (&paths.model, names.module(operation));
        Some(wait(waiter, name, &quote!(#model::#module), &runtime, target))
    });
    let errors = diagnostics.into_tokens();
    quote! { #errors impl #target { #(#methods)* #(#waits)* } }
}

/// The method of a waiter, whose table stands in it.
fn wait(waiter: &Waiter, name: &Ident, module: &TokenStream, runtime: &Paths, target: &syn::Path) -> TokenStream {
    let (private, spec) = (runtime.private(), runtime.spec());
    let table = waiter_table(waiter, &spec);
    let Waiter { name: title, operation, .. } = waiter;
    let documentation = documentation::doc(&format!("Calls `{operation}` until it says `{title}`."));
    quote! {
        #documentation
        pub fn #name(&self) -> #module::Start<#private::Waiting<#target>> {
            static WAITER: #spec::Waiter = #table;
            #module::Builder::start(#private::Waiting::new(::core::clone::Clone::clone(self), &WAITER))
        }
    }
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
