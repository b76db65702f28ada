//! The procedural macros of apigw. Each is one line; what they do is in `apigw-codegen`.

use proc_macro::TokenStream;

/// Generates types, builders, validators and tables from a specification, at the place of the call.
///
/// ```text
/// model!();                                               // the whole built-in specification
/// model!(operations = [PutIntegration, PutMethod]);       // two operations and the shapes they need
/// model!(path = "models/weather.json");                   // a model of your own, relative to Cargo.toml
/// model!(path = ["models/a.json", "models/a.rules.json"], crate = ::renamed_apigw_model);
/// ```
#[proc_macro]
pub fn model(input: TokenStream) -> TokenStream {
    apigw_codegen::model(input.into()).into()
}

/// Generates the fluent methods of a client, one an operation, for a model.
///
/// ```text
/// client!(for Client, model = ::apigw_model);
/// ```
#[proc_macro]
pub fn client(input: TokenStream) -> TokenStream {
    apigw_codegen::client(input.into()).into()
}

/// The input of an operation, judged while it is compiled.
///
/// Members have their Rust names; values are literals, names of listed values, nested literals (`{ … }` for structures
/// and maps, `[ … ]` for lists) or any expression. Literals are judged as far as they are known, expressions are left
/// to the compiler and to run time. `..base` takes the other members from a value.
///
/// ```text
/// request!(PutIntegration {
///     rest_api_id: api.id, resource_id: "a1b2c3", http_method: "GET",
///     type: HTTP_PROXY, integration_http_method: "GET", uri: "https://domain.tld/path",
/// })
/// ```
#[proc_macro]
pub fn request(input: TokenStream) -> TokenStream {
    apigw_codegen::request(input.into()).into()
}
