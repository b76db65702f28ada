//! Problems of a macro call, collected and shown at the user's tokens: errors as `compile_error!`, warnings as real
//! warnings of the compiler.

use apigw_spec::Spec;
use apigw_spec::suggest::nearest;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The first and the last token at fault, and what is wrong.
type Problem = (Span, Span, String);

/// Every problem of one macro call.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Vec<Problem>,
    /// Errors that there are under a condition, with its `#[cfg(…)]`.
    conditional: Vec<(TokenStream, Problem)>,
    warnings: Vec<(Span, Ident, String)>,
}

impl Diagnostics {
    /// Adds an error at a span.
    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push((span, span, message.into()));
    }

    /// Adds an error at all from one token to another.
    pub(crate) fn error_between(&mut self, (first, last): (Span, Span), message: impl Into<String>) {
        self.errors.push((first, last, message.into()));
    }

    /// Adds a warning at a span; `name` becomes part of what the compiler shows.
    pub(crate) fn warning(&mut self, span: Span, name: &str, message: impl Into<String>) {
        let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        self.warnings.push((span, Ident::new(&format!("apigw_{name}"), span), message.into()));
    }

    /// Adds a syntax error with the span it has.
    pub(crate) fn syntax(&mut self, error: syn::Error) {
        self.errors.extend(error.into_iter().map(|error| (error.span(), error.span(), error.to_string())));
    }

    /// Adds what is wrong with something that may not be compiled at all.
    pub(crate) fn under(&mut self, cfgs: &TokenStream, inner: Self) {
        let here = inner.errors.into_iter().map(|error| (cfgs.clone(), error));
        let deeper = inner.conditional.into_iter().map(|(below, error)| (quote!(#cfgs #below), error));
        self.conditional.extend(here.chain(deeper));
        self.warnings.extend(inner.warnings);
    }

    /// How many errors there are.
    pub(crate) fn count(&self) -> usize {
        self.errors.len()
    }

    /// Whether there are errors.
    pub(crate) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// One `compile_error!` a problem, each at its own span, for a place where items stand. Warnings are uses of
    /// deprecated functions, the one thing by which stable Rust warns in a macro's own words.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let warnings = self.warnings.iter().map(|(span, name, message)| {
            let warning = warning(*span, name, message);
            quote!(const _: () = { #warning };)
        });
        let warnings: TokenStream = warnings.collect();
        let errors = self.all_errors();
        quote!(#warnings #errors)
    }

    /// The problems in front of an expression, which keeps its type.
    pub(crate) fn into_expression(self, expression: &TokenStream) -> TokenStream {
        if self.errors.is_empty() && self.conditional.is_empty() && self.warnings.is_empty() {
            return expression.clone();
        }
        let warnings = self.warnings.iter().map(|(span, name, message)| warning(*span, name, message));
        let errors = self.all_errors();
        quote!({ #(#warnings)* #errors #expression })
    }

    fn all_errors(&self) -> TokenStream {
        let conditional = self.conditional.iter().map(|(cfgs, error)| {
            let error = errors(std::slice::from_ref(error));
            quote!(#cfgs #error)
        });
        let conditional: TokenStream = conditional.collect();
        let errors = errors(&self.errors);
        quote!(#conditional #errors)
    }

    /// The problems in place of an expression that could not be made. The compiler takes it for one of any type.
    pub(crate) fn into_broken_expression(mut self) -> TokenStream {
        let nothing = || (Span::call_site(), Span::call_site(), "nothing to expand".to_owned());
        let (first, last, message) = self.errors.pop().unwrap_or_else(nothing);
        let start = quote_spanned!(first=> ::core::compile_error!);
        let end = quote_spanned!(last=> (#message));
        self.into_expression(&quote!(#start #end))
    }
}

fn errors(errors: &[Problem]) -> TokenStream {
    let each = errors.iter().map(|(first, last, message)| {
        let start = quote_spanned!(*first=> ::core::compile_error!);
        let end = quote_spanned!(*last=> (#message););
        quote!(#start #end)
    });
    each.collect()
}

fn warning(span: Span, name: &Ident, message: &str) -> TokenStream {
    let used = quote_spanned!(span=> #name);
    // A block of its own, since the same warning can stand at two places. A crate that allows the use of deprecated items
    // does not mean this one.
    quote! {{
        #[deprecated(note = #message)]
        fn #name() {}
        #[warn(deprecated)]
        let _ = #used;
    }}
}

/// The error in place of what a newer specification describes and this generator cannot emit.
pub(crate) fn unsupported(value: &impl std::fmt::Debug) -> TokenStream {
    let message = format!("cannot generate code for `{value:?}`; use the same version of all packages of apigw");
    quote!(::core::compile_error!(#message))
}

/// "no operation or shape …", with the nearest name there is.
pub(crate) fn unknown_name(spec: &Spec, name: &str) -> String {
    let names = spec.operations.iter().map(|operation| operation.name);
    unknown(spec, "operation or shape", name, names.chain(spec.shapes.iter().map(|shape| shape.name())))
}

/// "no operation …", with the nearest name there is.
pub(crate) fn unknown_operation(spec: &Spec, name: &str) -> String {
    unknown(spec, "operation", name, spec.operations.iter().map(|operation| operation.name))
}

fn unknown<'n>(spec: &Spec, what: &str, name: &str, names: impl Iterator<Item = &'n str>) -> String {
    let service = format!("{} {}", spec.service.sdk_id, spec.service.version);
    match nearest(name, names) {
        Some(near) => format!("no {what} `{name}` in {service}; did you mean `{near}`?"),
        None => format!(
            "no {what} `{name}` in {service}; write the name that it has there, as a macro cannot see what another name stands for"
        ),
    }
}
