//! Turns a specification into Rust: tokens ─► syntax ─► source (read, cached) ─► select ─► emit ─► tokens.
//!
//! The library is apart from the macros so that it can be tested, and printed by `apigw spec expand`. It decides Rust
//! names, types and paths; what is valid, and how a violation is worded, it leaves to `apigw-spec`.

extern crate proc_macro;
mod arguments;
mod client;
mod derive;
mod diagnostics;
mod documentation;
mod emit;
mod literal;
mod model;
mod names;
mod paths;
mod request;
mod server;
mod source;
mod tables;
mod types;

use std::collections::BTreeMap;

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

/// Expands `server!`.
pub fn server(input: TokenStream) -> TokenStream {
    server::expand(input)
}

/// Expands `request!`.
pub fn request(input: TokenStream) -> TokenStream {
    request::expand(input)
}

/// Expands `#[derive(Input)]`.
pub fn derive_input(item: TokenStream) -> TokenStream {
    derive::input(item)
}

/// Expands `#[derive(Output)]`.
pub fn derive_output(item: TokenStream) -> TokenStream {
    derive::output(item)
}

/// Expands `#[derive(Input)]` of an item to which a macro of a model added its specification.
pub fn derive_input_with(tokens: TokenStream) -> TokenStream {
    derive::input_with(tokens)
}

/// Expands `#[derive(Output)]` of an item to which a macro of a model added its specification.
pub fn derive_output_with(tokens: TokenStream) -> TokenStream {
    derive::output_with(tokens)
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

/// The Rust types of a specification: those of inputs by the name of their operation, the others by the identifier of
/// their shape. Shapes that are types of the standard library are left out.
pub fn type_names(spec: &Spec) -> BTreeMap<&'static str, String> {
    let names = names::Names::new(spec);
    let inputs = spec.operations.iter().map(|operation| (operation.name, names.input(operation).to_string()));
    let typed = spec.shapes.iter().filter(|shape| names::has_type(shape));
    inputs.chain(typed.map(|shape| (shape.id, names.type_of(shape).to_string()))).collect()
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
