//! The answer to a call that ends early: the default of its type, or what the API sets in its place.

use apigw_spec::format::mapping::{Location, gateway_response_key};

use super::fault::Fault;
use super::integration_request::Incoming;
use crate::http::Response;
use crate::mapping::{Source, Sources};

/// The answer. A setting for the type of the fault comes before the one for its class.
pub(crate) fn answer(incoming: Incoming<'_>, fault: &Fault) -> Response {
    let mut response = fault.response();
    let class = if fault.status() < 500 { "DEFAULT_4XX" } else { "DEFAULT_5XX" };
    let settings = &incoming.api.fault_responses;
    let Some(setting) = settings.get(fault.response_type()).or_else(|| settings.get(class)) else { return response };
    response.status = setting.status.unwrap_or(response.status);
    if let Some(template) = setting.templates.get("application/json").or_else(|| setting.templates.values().next()) {
        response.body = substituted(template, incoming, fault).into_bytes();
    }
    let body = String::from_utf8_lossy(&incoming.request.body);
    let sources = Sources {
        parameters: incoming.parameters,
        body: &body,
        context: incoming.context,
        stage_variables: &incoming.api.stage_variables,
    };

    for (key, expression) in &setting.parameters {
        let Ok(key) = gateway_response_key(key) else { continue };
        if key.location == Location::Header
            && let Ok(Some(value)) = sources.evaluate(Source::MethodRequest, expression)
        {
            response.headers.set(key.name, value);
        }
    }
    response
}

/// The template with its variables replaced. It is no Velocity: nothing else in it has a meaning.
fn substituted(template: &str, incoming: Incoming<'_>, fault: &Fault) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let length =
            after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')).count();
        let name = after.get(..length).unwrap_or("").trim_end_matches('.');
        match variable(name, incoming, fault) {
            Some(value) => {
                out.push_str(&value);
                rest = after.get(name.len()..).unwrap_or("");
            }
            None => {
                out.push('$');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn variable(name: &str, incoming: Incoming<'_>, fault: &Fault) -> Option<String> {
    match name {
        "context.error.message" => Some(fault.message()),
        "context.error.messageString" => Some(serde_json::Value::from(fault.message()).to_string()),
        "context.error.responseType" => Some(fault.response_type().to_owned()),
        _ => match name.split_once('.')? {
            ("context", name) => incoming.context.get(name),
            ("stageVariables", name) => incoming.api.stage_variables.get(name).cloned(),
            _ => None,
        },
    }
}
