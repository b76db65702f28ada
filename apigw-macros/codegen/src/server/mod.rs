//! `server!`: the trait of a service, one method an operation, and what answers requests with it.

mod router;

use apigw_spec::{Operation, Spec};
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::arguments::{Arguments, load};
use crate::diagnostics::Diagnostics;
use crate::documentation;
use crate::names::Names;
use crate::paths::Paths;
use router::Router;

/// Expands a call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let arguments = Arguments::parse(input, &mut diagnostics);
    let Some(name) = arguments.target.as_ref().and_then(syn::Path::get_ident) else {
        diagnostics.error(Span::call_site(), "missing the trait's name; write `for Service` first");
        return diagnostics.into_tokens();
    };
    let Some(loaded) = load(&arguments, &mut diagnostics) else { return diagnostics.into_tokens() };

    // The types may be those of a model of a user's own.
    let types = Paths::new(arguments.types()).model;
    let runtime = Paths::new(arguments.runtime.as_ref());
    let names = Names::new(&loaded.spec);
    let operations = loaded.spec.operations;
    let methods = operations.iter().map(|operation| method(&loaded.spec, operation, &names, (&types, &runtime)));
    let arms =
        operations.iter().enumerate().map(|(index, operation)| arm(index, operation, &names, (&types, &runtime)));
    let (model, private) = (&runtime.model, runtime.private());
    let router = Router::new(operations).tokens(&private);
    let title = loaded.spec.service.title;
    let about =
        format!("What a server of {title} does. A method that is not given answers that it is not implemented.");
    let errors = diagnostics.into_tokens();

    quote! {
        #errors

        #[doc = #about]
        pub trait #name {
            #(#methods)*
        }

        impl dyn #name + '_ {
            /// Answers a request.
            pub fn answer(&self, request: &#model::server::Request<'_>) -> #model::server::Response {
                self.answer_checked(request, &|_| ::core::result::Result::Ok(()))
            }

            /// Answers a request whose input `check` accepts.
            #[allow(clippy::too_many_lines)]
            pub fn answer_checked(
                &self,
                request: &#model::server::Request<'_>,
                check: #model::server::Check<'_>,
            ) -> #model::server::Response {
                static ROUTER: #private::server::RouteNode = #router;
                match ROUTER.find(request.method, request.target) {
                    #(#arms)*
                    _ => #private::server::unknown_operation(),
                }
            }
        }
    }
}

fn method(spec: &Spec, operation: &Operation, names: &Names, (model, runtime): (&TokenStream, &Paths)) -> TokenStream {
    let private = runtime.private();
    let (method, input) = (names.module(operation), names.input(operation));
    let id = operation.input.shape().id;
    let id = id.rsplit_once('#').map_or_else(String::new, |(namespace, _)| format!("{namespace}#{}", operation.name));
    let documentation = documentation::of(spec, &id, || format!("Answers `{}`.", operation.name));
    quote! {
        #documentation
        fn #method(
            &self,
            input: #model::#input,
        ) -> ::core::result::Result<<#model::#input as #private::Operation>::Output, #private::server::ErrorReply> {
            let _ = input;
            ::core::result::Result::Err(#private::server::ErrorReply::not_implemented(
                <#model::#input as #private::Operation>::OPERATION,
            ))
        }
    }
}

fn arm(index: usize, operation: &Operation, names: &Names, (model, runtime): (&TokenStream, &Paths)) -> TokenStream {
    let private = runtime.private();
    let (method, input) = (names.module(operation), names.input(operation));
    quote! {
        ::core::option::Option::Some(#index) => {
            #private::server::handle::<#model::#input>(request, check, |input| self.#method(input))
        }
    }
}
