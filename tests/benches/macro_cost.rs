//! The macros' own time, as rustc pays it: unoptimised, in one process, the first call and the later ones.
//!
//! ```text
//! cargo run -p apigw-tests --example macro_cost
//! ```

use std::time::{Duration, Instant};

use proc_macro2::TokenStream;

const REQUEST: &str = r#"PutIntegration {
    rest_api_id: id, resource_id: "a1b2c3", http_method: GET, type: HTTP_PROXY, integration_http_method: "GET",
    uri: "https://domain.tld/{proxy}", request_parameters: { "integration.request.path.proxy": "method.request.path.proxy" },
    timeout_in_millis: 5000, tls_config: { insecure_skip_verification: true },
}"#;

const DERIVE: &str = r#"#[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
struct LambdaProxy<'a> { rest_api_id: &'a str, resource_id: &'a str, http_method: HttpMethod, uri: IntegrationUri }"#;

/// The time of one expansion.
fn time(expand: fn(TokenStream) -> TokenStream, source: &str) -> Duration {
    let tokens: TokenStream = source.parse().unwrap_or_default();
    let start = Instant::now();
    let expansion = expand(tokens);
    let spent = start.elapsed();
    assert!(!expansion.is_empty(), "nothing was expanded");
    spent
}

fn median(expand: fn(TokenStream) -> TokenStream, source: &str) -> Duration {
    let mut times: Vec<Duration> = (0..200).map(|_| time(expand, source)).collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let profile = if cfg!(debug_assertions) { "unoptimised" } else { "optimised" };
    println!("{profile}, microseconds");
    println!("first call (reads the specification)  {:>8}", time(apigw_codegen::request, REQUEST).as_micros());
    println!("later request!, median of 200         {:>8}", median(apigw_codegen::request, REQUEST).as_micros());
    println!("later #[derive(Input)], median of 200 {:>8}", median(apigw_codegen::derive_input, DERIVE).as_micros());
}
