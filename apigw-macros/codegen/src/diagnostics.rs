//! Problems of a macro call, collected and turned into `compile_error!` at the user's tokens.

use apigw_spec::Spec;
use apigw_spec::suggest::nearest;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// Every problem of one macro call.
#[derive(Debug, Default)]
pub struct Diagnostics {
    errors: Vec<(Span, String)>,
}

impl Diagnostics {
    /// Adds an error at a span.
    pub fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push((span, message.into()));
    }

    /// Adds a syntax error with the span it has.
    pub fn syntax(&mut self, error: syn::Error) {
        self.errors.extend(error.into_iter().map(|error| (error.span(), error.to_string())));
    }

    /// The number of errors.
    pub fn len(&self) -> usize {
        self.errors.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// One `compile_error!` a problem, each at its own span.
    pub fn into_tokens(self) -> TokenStream {
        let errors = self.errors.into_iter().map(|(span, message)| quote_spanned!(span=> ::core::compile_error!(#message);));
        errors.collect()
    }
}

/// "no operation or shape …", with the nearest name there is.
pub fn unknown_name(spec: &Spec, name: &str) -> String {
    let names = spec.operations.iter().map(|operation| operation.name);
    let names = names.chain(spec.shapes.iter().map(|shape| shape.name()));
    let service = format!("{} {}", spec.service.sdk_id, spec.service.version);
    match nearest(name, names) {
        Some(near) => format!("no operation or shape `{name}` in {service}; did you mean `{near}`?"),
        None => format!("no operation or shape `{name}` in {service}; its names are those of the service's reference"),
    }
}
