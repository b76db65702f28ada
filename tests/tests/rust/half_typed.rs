//! Macros on code that is still being typed: any beginning of a call, and any call with a token missing, expands to
//! something that parses, without a panic, and says what is wrong.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const REQUEST: &str = r#"apigw_model::PutIntegration {
    rest_api_id: api.id, #[allow(integration-uri-port, reason = "test")] uri: "http://example.com:81/", type: HTTP_PROXY,
    request_parameters: { "integration.request.header.X": "'x'" }, tls_config: { insecure_skip_verification: true },
    cache_key_parameters: ["a", b], timeout_in_millis: -1, ..base
}"#;

const INPUT: &str = r#"#[apigw(operation = PutIntegration, type = "AWS_PROXY", allow("x", reason = "y"))]
struct Mine<'a, T: Into<String>> where T: Clone {
    rest_api_id: &'a str, #[apigw(rename = uri)] address: T, #[apigw(skip)] other: Option<u8>, timeout_in_millis: Option<i32>
}"#;

const OUTPUT: &str = r#"#[apigw(operation = GetIntegration, crate = ::apigw_model)]
struct Mine { uri: String, #[apigw(rename = "type")] kind: Option<String>, #[apigw(skip)] other: u8 }"#;

const MODEL: &str = "operations = [PutIntegration, GetExport], crate = ::apigw_model";

const CLIENT: &str = "for Client, operations = [PutIntegration], model = ::apigw_model";

/// Every variant of a text in which tokens are missing at one place: one token, or all that follow inside a group.
fn damaged(tokens: &TokenStream) -> Vec<TokenStream> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut variants = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let (before, after) = (&trees[..index], &trees[index + 1..]);
        variants.push(before.iter().cloned().collect());
        variants.push(before.iter().chain(after).cloned().collect());
        let TokenTree::Group(group) = tree else { continue };
        for inner in damaged(&group.stream()) {
            let group = TokenTree::Group(Group::new(group.delimiter(), inner));
            variants.push(before.iter().cloned().chain([group]).chain(after.iter().cloned()).collect());
        }
    }
    variants
}

/// Expands every damaged variant; `parses` says whether the outcome is code.
fn survives(source: &str, expand: fn(TokenStream) -> TokenStream, parses: fn(TokenStream) -> syn::Result<()>) {
    let whole: TokenStream = source.parse().expect("tokens");
    let variants = damaged(&whole);
    let mut complained = 0;
    for variant in &variants {
        let text = variant.to_string();
        let expanded = expand(variant.clone());
        complained += usize::from(expanded.to_string().contains("compile_error"));
        parses(expanded.clone()).unwrap_or_else(|error| panic!("{error}\nfrom: {text}\nto: {expanded}"));
    }
    assert!(variants.len() > 10, "only {} variants", variants.len());
    assert!(complained > 0, "nothing was found wrong with any beginning of `{source}`");
}

fn expression(tokens: TokenStream) -> syn::Result<()> {
    // A call stands where an expression does.
    let block = TokenTree::Group(Group::new(Delimiter::Brace, tokens));
    syn::parse2::<syn::Block>(block.into()).map(drop)
}

fn items(tokens: TokenStream) -> syn::Result<()> {
    syn::parse2::<syn::File>(tokens).map(drop)
}

#[test]
fn request_survives() {
    survives(REQUEST, apigw_codegen::request, expression);
}

#[test]
fn derives_survive() {
    survives(INPUT, apigw_codegen::derive_input, items);
    survives(OUTPUT, apigw_codegen::derive_output, items);
}

#[test]
fn model_and_client_survive() {
    survives(MODEL, apigw_codegen::model, items);
    survives(CLIENT, apigw_codegen::client, items);
}
