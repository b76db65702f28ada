//! Paths to the runtime: the only place that writes them.

use proc_macro2::TokenStream;
use quote::quote;

/// Where the model's runtime is: `::apigw_model` unless the caller renamed it.
pub(crate) struct Paths {
    /// The path of the crate.
    pub(crate) model: TokenStream,
}

impl Paths {
    /// Paths below `model`, the crate `apigw-model` as the caller names it.
    pub(crate) fn new(model: Option<&syn::Path>) -> Self {
        Self { model: model.map_or_else(|| quote!(::apigw_model), |path| quote!(#path)) }
    }

    /// The hidden module that holds everything that generated code touches.
    pub(crate) fn private(&self) -> TokenStream {
        let model = &self.model;
        quote!(#model::__private)
    }

    /// The specification's types, as the runtime re-exports them.
    pub(crate) fn spec(&self) -> TokenStream {
        let model = &self.model;
        quote!(#model::__private::spec)
    }
}
