//! From the backend's answer to the method's response.

use apigw_spec::format::mapping::method_response_header;

use super::binary::{self, Payload};
use super::fault::Fault;
use super::header_rules::renamed;
use super::integration_request::{Incoming, mapping_fault, render};
use crate::api::{Integration, ResponseMapping};
use crate::http::{Headers, Response};
use crate::java::regex::Regex;
use crate::mapping::{Parameters, Source, Sources};

/// The response that is chosen for a value: the first whose pattern matches the whole of it, else the one without a pattern.
pub(crate) fn select<'a>(integration: &'a Integration, value: &str) -> Result<&'a ResponseMapping, Fault> {
    let pattern = |response: &'a ResponseMapping| response.selection_pattern.as_deref().filter(|text| !text.is_empty());
    for response in &integration.responses {
        let Some(pattern) = pattern(response) else { continue };
        if Regex::new(pattern, true).and_then(|regex| regex.is_match(value)).unwrap_or(false) {
            return Ok(response);
        }
    }
    let default = integration.responses.iter().find(|response| pattern(response).is_none());
    default.ok_or_else(|| {
        Fault::Configuration(format!(
            "No match for output mapping and no default output mapping configured. Endpoint Response Status Code: {value}"
        ))
    })
}

/// The response of the method.
pub(crate) fn respond(
    incoming: Incoming<'_>,
    integration: &Integration,
    chosen: &ResponseMapping,
    answer: &Response,
) -> Result<Response, Fault> {
    let accept = incoming.request.headers.get("Accept");
    let first = accept.map(|accept| accept.split(',').next().unwrap_or(accept));
    let is_binary = incoming.api.is_binary(answer.headers.get("Content-Type"));
    let payload = binary::response(&answer.body, is_binary, incoming.api.is_binary(first), chosen.content_handling)?;
    let mapped = headers(incoming, integration, chosen, answer)?;
    let templates = &chosen.response_templates;
    let template = accept.and_then(|accept| templates.get(accept)).or_else(|| templates.get("application/json"));
    let body = match (template.or_else(|| templates.values().next()), payload) {
        (Some(template), _) if template.is_empty() => Payload::Text(String::new()),
        (Some(template), Payload::Text(text)) => Payload::Text(render(template, text, incoming)?),
        (Some(_), Payload::Bytes(_)) => return Err(Fault::Configuration("Unable to transform response".to_owned())),
        (None, payload) => payload,
    };
    let mut headers = mapped;

    for (name, value) in incoming.context.response_headers() {
        headers.set(&name, value);
    }
    if headers.get("Content-Type").is_none() {
        headers.append("Content-Type", "application/json");
    }
    let status = incoming.context.status_override().unwrap_or(chosen.status);
    Ok(Response { status, headers, body: body.into_bytes() })
}

fn headers(
    incoming: Incoming<'_>,
    integration: &Integration,
    chosen: &ResponseMapping,
    answer: &Response,
) -> Result<Headers, Fault> {
    let mut parameters = Parameters::new();
    for (name, value) in answer.headers.iter() {
        parameters = parameters.header(name, value);
    }
    let body = answer.text();
    let sources = Sources {
        parameters: &parameters,
        body: &body,
        context: incoming.context,
        stage_variables: &incoming.api.stage_variables,
    };
    let mut headers = Headers::new();

    for (key, expression) in &chosen.response_parameters {
        let Ok(key) = method_response_header(key) else { continue };
        let value = sources.evaluate(Source::BackendResponse, expression).map_err(mapping_fault)?;
        if let Some(value) = value
            && let Some(name) = renamed(integration.kind, key.name)
        {
            headers.append(name, value);
        }
    }
    Ok(headers)
}

/// The response of a proxy integration over HTTP: what the backend sent, some of its headers renamed.
pub(crate) fn pass(integration: &Integration, answer: Response) -> Response {
    let headers = answer.headers.iter().filter_map(|(name, value)| Some((renamed(integration.kind, name)?, value)));
    Response { status: answer.status, headers: headers.collect(), body: answer.body }
}
