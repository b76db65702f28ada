//! The procedural macros of apigw. Each is one line; what they do is in `apigw-codegen`.

use proc_macro::TokenStream;

/// Generates types, builders, validators and tables from a specification, at the place of the call.
/// ```text
/// model!();                                               // the whole built-in specification
/// model!(path = "models/weather.json");                   // a model of your own, relative to Cargo.toml
/// ```
///
/// The call stands in a module: generated modules name the one around them as `super`, which cannot be a function. What is
/// generated allows `unused_imports` and `non_camel_case_types` for itself, so a crate can deny these lints, but not
/// forbid them.
#[proc_macro]
pub fn model(input: TokenStream) -> TokenStream {
    apigw_codegen::model(input.into()).into()
}

/// Generates the fluent methods of a client, one an operation, for a model.
/// ```text
/// client!(for Client, model = ::apigw_model);
/// ```
#[proc_macro]
pub fn client(input: TokenStream) -> TokenStream {
    apigw_codegen::client(input.into()).into()
}

/// Generates the trait of a service, one method an operation, and what answers requests with it, by the HTTP bindings of
/// the model.
/// ```text
/// server!(for Weather, model = crate::weather, path = "models/weather.json");
/// ```
#[proc_macro]
pub fn server(input: TokenStream) -> TokenStream {
    apigw_codegen::server(input.into()).into()
}

/// The input of an operation, checked while it is compiled.
///
/// Members have their Rust names; values are literals, names of listed values, nested literals (`{ … }` for structures
/// and maps, `[ … ]` for lists) or any expression. Literals are checked as far as they are known, expressions are left
/// to the compiler and to run time. `value.into()` or `Default::default()` has the type of its place. `member?: value`
/// takes an `Option`, `..base` the other members from a value; `..Default::default()` leaves them absent.
///
/// What `include_str!` and `include_bytes!` read, such as a mapping template, an OpenAPI document or a policy, is checked
/// too, at its file, line and column. A path may be a literal or `concat!(env!("CARGO_MANIFEST_DIR"), "/…")`. Write it in
/// the call: a macro does not know what a constant holds (it is checked at run time), nor a file that a macro names.
///
/// What the service refuses is an error. What it is only likely to refuse is a warning, as "use of deprecated function", in
/// the one way that stable Rust has; `#![allow(deprecated)]` does not hide it, `#[allow(rule, reason = "…")]` on the member does.
/// ```text
/// request!(PutIntegration {
///     rest_api_id: api.id, resource_id: "a1b2c3", http_method: "GET", type: MOCK,
///     request_templates: { "application/json": include_str!("mock.vtl") },
/// })
/// ```
#[proc_macro]
pub fn request(input: TokenStream) -> TokenStream {
    apigw_codegen::request(input.into()).into()
}

/// Makes a structure of your own an operation's input: `From<YourStructure> for TheInput`.
///
/// Fields are paired with members by name. Constants in the attribute are checked like the literals of [`request!`], and
/// so is which members there are.
/// ```text
/// #[derive(Input)] #[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
/// struct LambdaProxy<'a> {
///     rest_api_id: &'a str, resource_id: &'a str, http_method: HttpMethod,
///     #[apigw(rename = uri)] function: IntegrationUri,
/// }
/// ```
#[proc_macro_derive(Input, attributes(apigw))]
pub fn derive_input(item: TokenStream) -> TokenStream {
    apigw_codegen::derive_input(item.into()).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn derive_input_with(tokens: TokenStream) -> TokenStream {
    apigw_codegen::derive_input_with(tokens.into()).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn derive_output_with(tokens: TokenStream) -> TokenStream {
    apigw_codegen::derive_output_with(tokens.into()).into()
}

/// Makes a structure of your own take the members it names from an answer: `FromOutput for YourStructure`.
///
/// A member that may be absent goes into an `Option`, or is required: its absence is then an error that names it.
/// ```text
/// #[derive(Output)] #[apigw(operation = GetIntegration)]
/// struct Backend { uri: String, timeout_in_millis: Option<i32> }
/// ```
#[proc_macro_derive(Output, attributes(apigw))]
pub fn derive_output(item: TokenStream) -> TokenStream {
    apigw_codegen::derive_output(item.into()).into()
}
