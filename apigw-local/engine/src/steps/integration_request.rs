//! From the method's request to the request of the integration.

use std::fmt::Write as _;

use indexmap::IndexMap;

use apigw_spec::format::mapping::{Location, integration_request_key};

use super::binary::{self, Payload};
use super::fault::Fault;
use super::header_rules::{is_dropped_at_last, is_refused};
use crate::api::{Api, Integration, IntegrationType, Passthrough};
use crate::http::{Headers, Request};
use crate::mapping::{Context, MappingError, MappingTemplate, Parameters, Source, Sources, TemplateInput};

/// What a call knows when its integration is about to be called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Incoming<'a> {
    /// The API and the stage.
    pub(crate) api: &'a Api,
    /// The request, without the headers that are hidden.
    pub(crate) request: &'a Request,
    /// Its parameters.
    pub(crate) parameters: &'a Parameters,
    /// The variables of the call.
    pub(crate) context: &'a Context,
    /// The trace, as `X-Amzn-Trace-Id` has it.
    pub(crate) trace: &'a str,
}

/// The values of the parameter map.
#[derive(Debug, Default)]
struct Mapped {
    headers: IndexMap<String, String>,
    query: Vec<(String, String)>,
    path: IndexMap<String, String>,
}

/// The body that is sent: rendered, or as it came.
pub(crate) fn body(incoming: Incoming<'_>, integration: &Integration) -> Result<Payload, Fault> {
    let media_type = incoming.request.headers.get("Content-Type");
    let is_binary = incoming.api.is_binary(media_type);
    if integration.kind == IntegrationType::HttpProxy {
        return Ok(Payload::Bytes(incoming.request.body.clone()));
    }
    let payload = binary::request(&incoming.request.body, is_binary, integration.content_handling)?;
    let templates = &integration.request_templates;
    let media_type = media_type.unwrap_or("application/json");
    let plain = media_type.split(';').next().unwrap_or(media_type).trim();
    let template = templates.get(media_type).or_else(|| templates.get(plain)).or_else(|| templates.get("$default"));
    let Some(template) = template else {
        return match integration.passthrough {
            Passthrough::Never => Err(Fault::UnsupportedMediaType),
            Passthrough::WhenNoTemplates if !templates.is_empty() => Err(Fault::UnsupportedMediaType),
            _ => Ok(payload),
        };
    };
    let Payload::Text(text) = payload else {
        return Err(Fault::Configuration("Unable to transform request".to_owned()));
    };
    render(template, text, incoming).map(Payload::Text)
}

/// Renders a template for a call.
pub(crate) fn render(template: &str, body: String, incoming: Incoming<'_>) -> Result<String, Fault> {
    let input = TemplateInput {
        body,
        parameters: incoming.parameters.clone(),
        context: incoming.context.clone(),
        stage_variables: incoming.api.stage_variables.clone(),
    };
    let rendered = MappingTemplate::parse(template).and_then(|template| template.render(&input));
    rendered.map_err(|error| Fault::Configuration(format!("Unable to transform request: {error}")))
}

/// The error for a parameter that cannot be mapped.
pub(crate) fn mapping_fault(error: MappingError) -> Fault {
    match error {
        MappingError::Body => Fault::InvalidJson,
        other => Fault::Configuration(other.to_string()),
    }
}

/// Whether a header is mapped that must not be; this is asked even where mappings do nothing.
pub(crate) fn check_mapped_headers(integration: &Integration) -> Result<(), Fault> {
    for key in integration.request_parameters.keys() {
        if let Ok(key) = integration_request_key(key)
            && key.location == Location::Header
            && is_refused(integration.kind, key.name)
        {
            return Err(Fault::Configuration(format!("{} header already present", key.name)));
        }
    }
    Ok(())
}

fn map(incoming: Incoming<'_>, integration: &Integration) -> Result<Mapped, Fault> {
    let body = String::from_utf8_lossy(&incoming.request.body);
    let sources = Sources {
        parameters: incoming.parameters,
        body: &body,
        context: incoming.context,
        stage_variables: &incoming.api.stage_variables,
    };
    let mut mapped = Mapped::default();

    for (key, expression) in &integration.request_parameters {
        let Ok(key) = integration_request_key(key) else { continue };
        let values = sources.evaluate_all(Source::MethodRequest, expression).map_err(mapping_fault)?;
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        if values.is_empty() {
            continue;
        }
        match key.location {
            Location::Header => drop(mapped.headers.insert(key.name.to_owned(), values.join(","))),
            Location::QueryString => {
                mapped.query.extend(values.into_iter().map(|value| (key.name.to_owned(), value)));
            }
            Location::Path => drop(mapped.path.insert(key.name.to_owned(), values.join(","))),
        }
    }
    mapped.headers.extend(incoming.context.request_overrides("header"));
    mapped.path.extend(incoming.context.request_overrides("path"));
    for (name, value) in incoming.context.request_overrides("querystring") {
        mapped.query.retain(|(known, _)| *known != name);
        mapped.query.push((name, value));
    }
    Ok(mapped)
}

/// The request that is sent, its URI in place of the path.
pub(crate) fn request(incoming: Incoming<'_>, integration: &Integration, body: Payload) -> Result<Request, Fault> {
    let mapped = map(incoming, integration)?;
    let method = integration.http_method.clone().filter(|method| method != "ANY");
    let method = method.unwrap_or_else(|| incoming.request.method.clone());
    let uri = uri(incoming, integration, &mapped)?;
    let has_body = !matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS");
    let headers = headers(incoming, integration, &mapped, has_body);
    let body = if has_body { body.into_bytes() } else { Vec::new() };
    Ok(Request { method, path: uri, query: Vec::new(), headers, body })
}

fn uri(incoming: Incoming<'_>, integration: &Integration, mapped: &Mapped) -> Result<String, Fault> {
    let mut uri = integration.uri.clone().unwrap_or_default();
    for (name, value) in &incoming.api.stage_variables {
        uri = uri.replace(&format!("${{stageVariables.{name}}}"), value);
    }
    while let Some(start) = uri.find("${stageVariables.") {
        let Some(length) = uri.get(start..).and_then(|rest| rest.find('}')) else { break };
        uri.replace_range(start..=start + length, "");
    }
    for (name, value) in &mapped.path {
        uri = uri.replace(&format!("{{{name}}}"), &encoded(value, true));
    }
    if uri.contains('{') || uri.is_empty() {
        return Err(Fault::Configuration("Invalid endpoint address".to_owned()));
    }
    let own = if integration.kind == IntegrationType::HttpProxy { incoming.request.query.as_slice() } else { &[] };
    for (name, value) in own.iter().chain(&mapped.query) {
        uri.push(if uri.contains('?') { '&' } else { '?' });
        let _ = write!(uri, "{}={}", encoded(name, false), encoded(value, false));
    }
    Ok(uri)
}

fn headers(incoming: Incoming<'_>, integration: &Integration, mapped: &Mapped, has_body: bool) -> Headers {
    let mut headers = Headers::new();
    if integration.kind == IntegrationType::HttpProxy {
        for (name, value) in incoming.request.headers.iter() {
            headers.append(name, value);
        }
        headers.remove("Host");
        headers.remove("Content-Encoding");
    } else {
        headers.append("Accept", "application/json");
        headers.append("User-Agent", format!("AmazonAPIGateway_{}", incoming.api.id));
        if has_body {
            headers.append("Content-Type", incoming.request.headers.get("Content-Type").unwrap_or("application/json"));
        }
    }
    for (name, value) in &mapped.headers {
        headers.set(name, value.as_str());
    }
    headers.retain(|name| !is_dropped_at_last(integration.kind, name));
    headers.set("X-Amzn-Trace-Id", incoming.trace);
    if matches!(integration.kind, IntegrationType::Http | IntegrationType::HttpProxy) {
        headers.set("X-Amzn-Apigateway-Api-Id", incoming.api.id.as_str());
    }
    headers
}

/// A string with percent signs; in a path, the separators stay.
fn encoded(text: &str, is_path: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b'/' | b'=' | b'@' | b':' | b',' | b'+' if is_path => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
