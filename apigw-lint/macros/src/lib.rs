//! OpenAPI documents of Amazon API Gateway that are checked while a program is compiled.

mod call;
mod document;

use proc_macro::TokenStream;

/// The text of an OpenAPI document as a `Blob`, for the import of an API. Its mistakes are errors of the compiler, at the
/// document's own file, line and column.
///
/// ```text
/// include_openapi!("api.yaml");                          // relative to this file, or to Cargo.toml
/// include_openapi!("api.yaml", deny_warnings);           // warnings are errors too
/// include_openapi!("api.yaml", crate = ::renamed_model); // the crate that has `Blob`
/// ```
#[proc_macro]
pub fn include_openapi(input: TokenStream) -> TokenStream {
    document::expand(input.into()).into()
}
