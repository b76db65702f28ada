//! Turns a specification into Rust.
//!
//! ```text
//! tokens ─► syntax ─► source (read, cached) ─► select ─► emit ─► tokens
//! ```
//!
//! The library is apart from the macros so that it can be tested, and printed by `apigw spec expand`. It decides Rust
//! names, types and paths; what is valid, and how a violation is worded, it leaves to `apigw-spec`.

mod client;
mod conditional;
mod derive;
pub mod diagnostics;
mod documentation;
pub mod emit;
mod model;
pub mod names;
pub mod paths;
mod quote_rules;
mod quote_spec;
mod request;
mod source;
mod types;

pub use request::naming::RustNaming;

use apigw_spec::Spec;
use proc_macro2::TokenStream;

/// Expands `model!`.
pub fn model(input: TokenStream) -> TokenStream {
    model::expand(input)
}

/// Expands `client!`.
pub fn client(input: TokenStream) -> TokenStream {
    client::expand(input)
}

/// Expands `request!`.
pub fn request(input: TokenStream) -> TokenStream {
    request::request(input)
}

/// Expands `#[derive(Input)]`.
pub fn derive_input(item: TokenStream) -> TokenStream {
    derive::input(item)
}

/// Expands `#[derive(Output)]`.
pub fn derive_output(item: TokenStream) -> TokenStream {
    derive::output(item)
}

/// What `model!` emits for the named operations and shapes of a specification, for people to read; everything if no
/// name is given. Each unknown name is an error with the nearest known one.
pub fn expand(spec: &Spec, names: &[&str]) -> Result<TokenStream, Vec<String>> {
    let paths = paths::Paths::new(None);
    let all = names::Names::new(spec);
    let emitter = emit::Emitter { spec, names: &all, paths: &paths };
    if names.is_empty() {
        return Ok(emitter.model());
    }
    let mut tokens = TokenStream::new();
    let mut unknown = Vec::new();
    for name in names {
        match (spec.operation(name), spec.shape(name)) {
            (Some(operation), _) => tokens.extend(emitter.operation(operation)),
            (None, Some(shape)) => tokens.extend(emitter.shape(shape)),
            (None, None) => unknown.push(diagnostics::unknown_name(spec, name)),
        }
    }
    if unknown.is_empty() { Ok(tokens) } else { Err(unknown) }
}
