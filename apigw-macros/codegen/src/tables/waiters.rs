//! The tables of waiters.

use apigw_spec::Waiter;
use apigw_spec::waiter::{Acceptor, AnswerMatcher, Comparator, PathTest, WaiterState};
use proc_macro2::TokenStream;
use quote::quote;

use super::shapes::option;
use crate::diagnostics::unsupported;

/// The table of a waiter; `spec` is the path of the specification's types.
pub(crate) fn waiter_table(waiter: &Waiter, spec: &TokenStream) -> TokenStream {
    let Waiter { name, operation, min_delay, max_delay, .. } = waiter;
    let max_attempts = option(waiter.max_attempts.map(|number| quote!(#number)));
    let acceptors = waiter.acceptors.iter().map(|found| acceptor(found, spec));
    quote! {
        #spec::Waiter {
            name: #name, operation: #operation, min_delay: #min_delay, max_delay: #max_delay,
            max_attempts: #max_attempts, acceptors: &[#(#acceptors),*],
        }
    }
}

fn acceptor(acceptor: &Acceptor, spec: &TokenStream) -> TokenStream {
    let state = match acceptor.state {
        WaiterState::Success => quote!(Success),
        WaiterState::Failure => quote!(Failure),
        WaiterState::Retry => quote!(Retry),
    };
    let matcher = match acceptor.matcher {
        AnswerMatcher::Success(success) => quote!(#spec::waiter::AnswerMatcher::Success(#success)),
        AnswerMatcher::ErrorType(code) => quote!(#spec::waiter::AnswerMatcher::ErrorType(#code)),
        AnswerMatcher::Status(status) => quote!(#spec::waiter::AnswerMatcher::Status(#status)),
        AnswerMatcher::Output(found) => {
            let test = test(found, spec);
            quote!(#spec::waiter::AnswerMatcher::Output(#test))
        }
        AnswerMatcher::InputOutput(found) => {
            let test = test(found, spec);
            quote!(#spec::waiter::AnswerMatcher::InputOutput(#test))
        }
        ref other => unsupported(other),
    };
    quote!(#spec::waiter::Acceptor { state: #spec::waiter::WaiterState::#state, matcher: #matcher })
}

fn test(PathTest { path, comparator, expected }: PathTest, spec: &TokenStream) -> TokenStream {
    let comparator = match comparator {
        Comparator::StringEquals => quote!(StringEquals),
        Comparator::BooleanEquals => quote!(BooleanEquals),
        Comparator::AllStringEquals => quote!(AllStringEquals),
        Comparator::AnyStringEquals => quote!(AnyStringEquals),
    };
    quote! {
        #spec::waiter::PathTest { path: #path, comparator: #spec::waiter::Comparator::#comparator, expected: #expected }
    }
}
