//! Who calls, as an authorizer asks for it, and the event of its function.

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::integration_request::{Incoming, mapping_fault};
use super::lambda;
use crate::api::{Authorizer, AuthorizerType, Method};
use crate::java::regex::Regex;
use crate::mapping::{Source, Sources};

/// What a token is taken from where the authorizer does not say it.
const DEFAULT_SOURCE: &str = "method.request.header.Authorization";

/// The members of an event whose absence is an empty map to authorizers.
const MAPS: [&str; 6] = [
    "headers",
    "multiValueHeaders",
    "queryStringParameters",
    "multiValueQueryStringParameters",
    "pathParameters",
    "stageVariables",
];

/// The values that identify the caller; empty where the authorizer asks for none.
///
/// # Errors
/// One that is needed is missing, or a token has not the form that is asked for.
pub(crate) fn identity(authorizer: &Authorizer, incoming: Incoming<'_>) -> Result<Vec<String>, Fault> {
    let is_request = authorizer.kind == AuthorizerType::Request;
    let default = [DEFAULT_SOURCE.to_owned()];
    let sources = match authorizer.identity_sources.as_slice() {
        [] if !is_request => &default,
        sources => sources,
    };
    let body = String::from_utf8_lossy(&incoming.request.body);
    let values = Sources {
        parameters: incoming.parameters,
        body: &body,
        context: incoming.context,
        stage_variables: &incoming.api.stage_variables,
    };
    let is_needed = !is_request || !authorizer.ttl.is_zero();
    let mut found = Vec::new();

    for source in sources {
        match values.evaluate(Source::MethodRequest, source).map_err(mapping_fault)? {
            Some(value) => found.push(value),
            None if is_needed => return Err(Fault::Unauthorized),
            None => {}
        }
    }
    if let (false, Some(pattern)) = (is_request, &authorizer.identity_validation) {
        let broken = |_| Fault::AuthorizerConfiguration;
        let is_match =
            Regex::new(pattern, true).and_then(|regex| regex.is_match(found.first().map_or("", |token| token)));
        if !is_match.map_err(broken)? {
            return Err(Fault::Unauthorized);
        }
    }
    Ok(found)
}

/// The event of the function.
pub(crate) fn event(
    authorizer: &Authorizer,
    identity: &[String],
    method_arn: &str,
    incoming: Incoming<'_>,
    method: &Method,
) -> Value {
    if authorizer.kind != AuthorizerType::Request {
        let token = identity.first().map_or("", String::as_str);
        return json!({"type": "TOKEN", "methodArn": method_arn, "authorizationToken": token});
    }
    let mut event = json!({"type": "REQUEST", "methodArn": method_arn});
    if let (Value::Object(event), Value::Object(request)) = (&mut event, lambda::event(incoming, method)) {
        let members = request.into_iter().filter(|(name, _)| !matches!(name.as_str(), "body" | "isBase64Encoded"));
        event.extend(members.map(|(name, value)| {
            let is_empty = value.is_null() && MAPS.contains(&name.as_str());
            (name, if is_empty { Value::Object(Map::new()) } else { value })
        }));
    }
    event
}
