//! `model!`: types, builders and tables of a specification at the place of the call.

use proc_macro2::TokenStream;
use quote::quote;

use crate::arguments::{Arguments, load};
use crate::diagnostics::Diagnostics;
use crate::emit::Emitter;
use crate::names::Names;
use crate::paths::Paths;
use crate::source;

/// Expands a call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let arguments = Arguments::parse(input, &mut diagnostics);
    let Some(loaded) = load(&arguments, &mut diagnostics) else { return diagnostics.into_tokens() };
    let tracked = source::tracked(&loaded.files);
    let names = Names::new(&loaded.spec);
    let paths = Paths::new(arguments.model.as_ref());
    let model = Emitter { spec: &loaded.spec, names: &names, paths: &paths }.model();
    let errors = diagnostics.into_tokens();
    quote! {
        #errors
        #tracked
        #model
    }
}
