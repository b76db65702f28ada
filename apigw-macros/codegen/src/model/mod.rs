//! `model!`: types, builders and tables of a specification at the place of the call.

mod syntax;

use apigw_spec::Spec;
use apigw_spec::select::select;
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::diagnostics::Diagnostics;
use crate::emit::Emitter;
use crate::names::Names;
use crate::paths::Paths;
use crate::source::{self, Loaded};

pub(crate) use syntax::Call;

/// Expands a call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let call = Call::parse(input, &mut diagnostics);
    let Some(loaded) = load(&call, &mut diagnostics) else { return diagnostics.into_tokens() };
    let files = &loaded.files;
    let names = Names::new(&loaded.spec);
    let paths = Paths::new(call.model.as_ref());
    let model = Emitter { spec: &loaded.spec, names: &names, paths: &paths }.model();
    let errors = diagnostics.into_tokens();
    quote! {
        #errors
        #(const _: &[u8] = ::core::include_bytes!(#files);)*
        #model
    }
}

/// The specification that a call asks for, reduced to the operations it names.
pub(crate) fn load(call: &Call, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let loaded = if call.files.is_empty() {
        source::builtin()
    } else {
        source::files(&call.files.iter().map(syn::LitStr::value).collect::<Vec<_>>())
    };
    match loaded {
        Ok(loaded) if call.operations.is_empty() => Some(loaded),
        Ok(loaded) => Some(Loaded { spec: selected(&loaded.spec, call, diagnostics), ..loaded }),
        Err(errors) => {
            let span = call.files.first().map_or_else(Span::call_site, syn::LitStr::span);
            for error in errors {
                diagnostics.error(span, error);
            }
            None
        }
    }
}

/// The chosen operations; unknown ones are reported at their names, and the others still come out.
fn selected(spec: &Spec, call: &Call, diagnostics: &mut Diagnostics) -> Spec {
    let mut known = Vec::new();
    for ident in &call.operations {
        let name = ident.to_string();
        match select(spec, &[&name]) {
            Ok(_) => known.push(name),
            Err(errors) => errors.into_iter().for_each(|error| diagnostics.error(ident.span(), error)),
        }
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    select(spec, &known).unwrap_or(*spec)
}
