//! The part of a call that the integration does.

use serde_json::Value;

use super::backend::{Backend, BackendAnswer, Target, addressed, exchange};
use crate::api::{Integration, IntegrationType, Method};
use crate::http::Response;
use crate::steps::binary::Payload;
use crate::steps::fault::Fault;
use crate::steps::integration_request::{self, Incoming};
use crate::steps::log::Log;
use crate::steps::{lambda, mock, response_mapping};

/// The response that the integration leads to.
pub(super) fn integrate(
    incoming: Incoming<'_>,
    method: &Method,
    integration: &Integration,
    backend: &mut dyn Backend,
    log: &mut Log,
) -> Result<Response, Fault> {
    if let Some(invalid) = integration.first_invalid() {
        return Err(Fault::Configuration(invalid.to_string()));
    }
    integration_request::check_mapped_headers(integration)?;
    if integration.kind == IntegrationType::AwsProxy {
        return proxy_function(incoming, method, integration, backend, log);
    }
    let body = integration_request::body(incoming, integration)?;
    if integration.kind == IntegrationType::Mock {
        let status = match &body {
            Payload::Text(text) => mock::status(text)?,
            Payload::Bytes(_) => return Err(Fault::Configuration("Unable to transform request".to_owned())),
        };
        let chosen = response_mapping::select(integration, &status.to_string())?;
        return response_mapping::respond(incoming, integration, chosen, &Response::default());
    }
    let request = integration_request::request(incoming, integration, body)?;
    let is_http = matches!(integration.kind, IntegrationType::Http | IntegrationType::HttpProxy);
    let backend_call = addressed(is_http, integration.timeout, request)?;
    let answer = exchange(&backend_call, backend, log)?;

    if integration.kind == IntegrationType::HttpProxy {
        return Ok(response_mapping::pass(integration, answer.response));
    }
    let selected = match &backend_call.target {
        Target::Function(_) => error_message(&answer),
        _ => answer.response.status.to_string(),
    };
    let chosen = response_mapping::select(integration, &selected)?;
    response_mapping::respond(incoming, integration, chosen, &answer.response)
}

/// The error message of a function's answer, which is what its responses are chosen by.
fn error_message(answer: &BackendAnswer) -> String {
    let payload = serde_json::from_slice::<Value>(&answer.response.body).ok();
    let message = payload.as_ref().and_then(|payload| payload.get("errorMessage")).and_then(Value::as_str);
    message.unwrap_or("").to_owned()
}

fn proxy_function(
    incoming: Incoming<'_>,
    method: &Method,
    integration: &Integration,
    backend: &mut dyn Backend,
    log: &mut Log,
) -> Result<Response, Fault> {
    if integration.http_method.as_deref() != Some("POST") {
        return Err(Fault::Configuration("Invalid permissions on Lambda function".to_owned()));
    }
    let event = lambda::event(incoming, method).to_string().into_bytes();
    let plain = Integration { request_parameters: indexmap::IndexMap::new(), ..integration.clone() };
    let request = integration_request::request(incoming, &plain, Payload::Bytes(event))?;
    let answer = exchange(&addressed(false, integration.timeout, request)?, backend, log)?;
    let accept = incoming.request.headers.get("Accept").map(|accept| accept.split(',').next().unwrap_or(accept));
    let accepts_binary = incoming.api.is_binary(accept);
    let mut response = lambda::answer(&answer.response.body, answer.is_function_error, accepts_binary)?;
    response = response_mapping::pass(integration, response);
    if response.headers.get("Content-Type").is_none() {
        response.headers.append("Content-Type", "application/json");
    }
    Ok(response)
}
