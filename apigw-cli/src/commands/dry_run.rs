//! `--dry-run`: the request that would be sent, unsigned. Nothing is sent, no client is built, and neither a region nor
//! credentials are needed.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::format::Format;
use apigw_cli_text::json;
use apigw_cli_text::python::json as python_json;
use apigw_client::bind::bind;
use apigw_client::{ConfigError, HttpRequest};
use apigw_spec::Operation;

use crate::config::settings;
use crate::failure::Failure;
use crate::input::value::InputValue;
use crate::syntax::globals::Globals;
use crate::terminal::stdout;
use crate::transport::client_config;

/// Prints the request: as text, or as an object with `--output json`.
pub(crate) fn print(input: &InputValue, operation: &'static Operation, globals: &Globals) -> Result<(), Failure> {
    let bound = bind(operation, input).map_err(|error| Failure::parameters(error.to_string()))?;
    let url = url(operation, &bound, globals)?;
    let text = if globals.output == Some(Format::Json) {
        format!("{}\n", json::pretty(&object(&bound, &url)))
    } else {
        text(&bound, &url)
    };
    stdout::print(&text);
    Ok(())
}

/// The URL at the configured endpoint; without a region, AWS's host with a placeholder for it.
fn url(operation: &'static Operation, bound: &HttpRequest, globals: &Globals) -> Result<String, Failure> {
    match client_config::endpoint(operation, globals) {
        Ok(endpoint) => Ok(endpoint.url(&bound.target)),
        Err(error @ ConfigError::InvalidRegion { .. }) => Err(settings::failure(error)),
        Err(_) => Ok(format!("https://{}.{{region}}.amazonaws.com{}", operation.service.endpoint_prefix, bound.target)),
    }
}

fn headers(bound: &HttpRequest) -> impl Iterator<Item = (String, String)> {
    let title = |name: &str| {
        let parts = name.split('-').map(|part| {
            let (first, rest) = part.split_at_checked(1).unwrap_or((part, ""));
            format!("{}{rest}", first.to_uppercase())
        });
        parts.collect::<Vec<_>>().join("-")
    };
    bound.headers.iter().map(move |(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (title(name.as_str()), value)
    })
}

fn text(bound: &HttpRequest, url: &str) -> String {
    let mut text = format!("{} {url}\n", bound.method);
    for (name, value) in headers(bound) {
        text.extend([name.as_str(), ": ", &value, "\n"]);
    }
    if !bound.body.is_empty() {
        text.extend(["\n", &body_text(bound), "\n"]);
    }
    text
}

fn body_text(bound: &HttpRequest) -> String {
    match std::str::from_utf8(&bound.body) {
        Ok(text) => text.to_owned(),
        Err(_) => format!("({} bytes)", bound.body.len()),
    }
}

/// The request as an object; a JSON body is part of it.
fn object(bound: &HttpRequest, url: &str) -> Document {
    let mut map: Map = [("method", bound.method), ("url", url)].into_iter().collect();
    map.insert("headers", headers(bound).collect::<Map>());
    if !bound.body.is_empty() {
        let text = body_text(bound);
        let body = python_json::read(&text, python_json::Maps::Plain).ok().filter(|body| body.map().is_some());
        map.insert("body", body.unwrap_or(Document::Text(text)));
    }
    Document::Map(map)
}
