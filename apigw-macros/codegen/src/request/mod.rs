//! `request!`: an operation's input as a literal, checked as far as it can be seen.
//!
//! ```text
//! tokens ─► head ─► source (cached) ─► literal::parse_fields ─► literal::check ─► literal::structure
//! ```

mod head;

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::Parser as _;

use crate::diagnostics::{self, Diagnostics};
use crate::literal::{BuildMode, check, parse_fields, structure, with_labels};
use crate::source;
use head::Reading;

/// Expands a call. Whatever is wrong is reported, and the value is emitted all the same, so that its type stays known.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let head = match head::parse.parse2(input) {
        Ok(Reading::Whole(head)) => head,
        Ok(Reading::Elsewhere(module, rest)) => return source::callback(&module, "request", rest),
        Err(error) => {
            diagnostics.syntax(error);
            return diagnostics.into_broken_expression();
        }
    };

    let Some(loaded) = head.origin.load(&mut diagnostics) else {
        return diagnostics.into_broken_expression();
    };
    let Some(ident) = head.path.segments.last().map(|segment| segment.ident.clone()) else {
        return diagnostics.into_broken_expression();
    };
    let name = ident.unraw().to_string();
    let Some(operation) = loaded.spec.operation(&name) else {
        diagnostics.error(ident.span(), diagnostics::unknown_operation(&loaded.spec, &name));
        return diagnostics.into_broken_expression();
    };

    let shape = operation.input.shape();
    let fields = parse_fields(shape, with_labels(head.content), operation.name, &mut diagnostics);
    let omitted = check((&loaded.spec, shape), (operation.name, ident.span()), &fields, &[], &mut diagnostics);

    let path = &head.path;
    let mode = BuildMode::after(diagnostics.has_errors());
    let value = structure(&quote!(#path::builder()), &fields, &omitted, mode);
    let tracked = source::tracked(&loaded.files);
    let value = if tracked.is_empty() { value } else { quote!({ #tracked #value }) };
    diagnostics.into_expression(&value)
}
