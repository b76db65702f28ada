//! `model!`: types, builders and tables of a specification at the place of the call.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Punct, Spacing, TokenStream};
use quote::quote;

use crate::arguments::{Arguments, load};
use crate::diagnostics::Diagnostics;
use crate::emit::Emitter;
use crate::names::{self, Names};
use crate::paths::Paths;
use crate::source::{self, Loaded};

/// Expands a call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let arguments = Arguments::parse(input, &mut diagnostics);
    let Some(loaded) = load(&arguments, &mut diagnostics) else { return diagnostics.into_tokens() };
    let tracked = source::tracked(&loaded.files);
    let names = Names::new(&loaded.spec);
    let paths = Paths::new(arguments.types());
    let model = Emitter { spec: &loaded.spec, names: &names, paths: &paths }.model();
    let own = (!loaded.files.is_empty()).then(|| own_macros(&loaded, &paths));
    let errors = diagnostics.into_tokens();
    quote! {
        #errors
        #tracked
        #model
        #own
    }
}

/// The macros that know the specification. Exported macros stand in the root of their crate, hence names that no other
/// call has; what users write is imported by a glob, so that names of their own are preferred to it.
fn own_macros(loaded: &Loaded, paths: &Paths) -> TokenStream {
    let (key, contained) = source::contained(loaded);
    let number = occurrence(key);
    let [request, specification] =
        ["request", "specification"].map(|what| names::function(&format!("__apigw_{what}_{key:016x}_{number}")));
    let model = &paths.model;
    let dollar = Punct::new('$', Spacing::Alone);
    quote! {
        #[allow(non_local_definitions)]
        mod __own_macros {
            #model::__own_macros! { #dollar #request #specification #contained }
        }
        #[allow(unused_imports)]
        pub use __own_macros::*;
    }
}

/// How many calls in this process had a specification with this key before.
fn occurrence(key: u64) -> usize {
    static CALLS: Mutex<BTreeMap<u64, usize>> = Mutex::new(BTreeMap::new());
    let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
    let count = calls.entry(key).or_default();
    *count += 1;
    *count - 1
}
