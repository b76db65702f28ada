//! Functions: the event of a proxy integration, and its answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::integration_request::Incoming;
use crate::api::Method;
use crate::http::{Headers, Response};

/// The members that an answer may have.
const MEMBERS: [&str; 5] = ["statusCode", "body", "headers", "multiValueHeaders", "isBase64Encoded"];

/// The event of a proxy integration, in its version 1.0.
pub(crate) fn event(incoming: Incoming<'_>, method: &Method) -> Value {
    let request = incoming.request;
    let is_binary = incoming.api.is_binary(request.headers.get("Content-Type")) && !request.body.is_empty();
    let text =
        if is_binary { STANDARD.encode(&request.body) } else { String::from_utf8_lossy(&request.body).into_owned() };
    let body = if text.is_empty() { Value::Null } else { Value::from(text) };
    let mut headers = request.headers.clone();
    headers.set("X-Amzn-Trace-Id", incoming.trace);
    let headers = headers.iter().map(|(name, value)| (canonical(name).to_owned(), value.to_owned()));
    let (headers, multi_headers) = both(headers);
    let (query, multi_query) = both(request.query.iter().cloned());
    let stage = incoming.api.stage_variables.iter().map(|(name, value)| (name.clone(), value.clone()));
    let path = incoming.parameters.paths().iter().map(|(name, value)| (name.clone(), value.clone()));

    json!({
        "resource": method.resource_path,
        "path": path_of(&request.path),
        "httpMethod": request.method,
        "headers": headers,
        "multiValueHeaders": multi_headers,
        "queryStringParameters": query,
        "multiValueQueryStringParameters": multi_query,
        "pathParameters": both(path).0,
        "stageVariables": both(stage).0,
        "requestContext": incoming.context.to_json(),
        "body": body,
        "isBase64Encoded": is_binary,
    })
}

/// The path of an event: one slash at its beginning.
pub(crate) fn path_of(path: &str) -> String {
    format!("/{}", path.trim_start_matches('/'))
}

/// Names that the service writes its own way.
fn canonical(name: &str) -> &str {
    match name {
        _ if name.eq_ignore_ascii_case("authorization") => "Authorization",
        _ if name.eq_ignore_ascii_case("user-agent") => "User-Agent",
        name => name,
    }
}

/// The last value of each name, and all values; null where there are no names.
fn both(pairs: impl Iterator<Item = (String, String)>) -> (Value, Value) {
    let (mut single, mut multi) = (Map::new(), Map::new());
    for (name, value) in pairs {
        single.insert(name.clone(), Value::from(value.clone()));
        if let Value::Array(values) = multi.entry(name).or_insert_with(|| json!([])) {
            values.push(Value::from(value));
        }
    }
    if single.is_empty() { (Value::Null, Value::Null) } else { (Value::from(single), Value::from(multi)) }
}

/// What a function's answer is to the caller. `accepts_binary` says whether the caller takes bytes.
pub(crate) fn answer(payload: &[u8], is_error: bool, accepts_binary: bool) -> Result<Response, Fault> {
    let malformed = || Fault::MalformedProxyResponse("Malformed Lambda proxy response".to_owned());
    let Ok(Value::Object(answer)) = serde_json::from_slice::<Value>(payload) else { return Err(malformed()) };
    if is_error || answer.keys().any(|member| !MEMBERS.contains(&member.as_str())) {
        return Err(malformed());
    }
    let status = match answer.get("statusCode") {
        None | Some(Value::Null) => Some(200),
        Some(Value::Number(status)) => status.as_u64().and_then(|status| u16::try_from(status).ok()),
        Some(Value::String(status)) => status.parse().ok(),
        Some(_) => None,
    };
    let status = status.filter(|status| (100..600).contains(status)).ok_or_else(malformed)?;
    let body = match answer.get("body") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(body)) => body.clone(),
        Some(_) => return Err(malformed()),
    };
    let headers = answer_headers(&answer).ok_or_else(malformed)?;
    let is_encoded = answer.get("isBase64Encoded") == Some(&Value::Bool(true));
    let body =
        if is_encoded && accepts_binary { STANDARD.decode(&body).map_err(|_| malformed())? } else { body.into_bytes() };
    Ok(Response { status, headers, body })
}

fn answer_headers(answer: &Map<String, Value>) -> Option<Headers> {
    let mut headers = Headers::new();
    let object = |member: &str| match answer.get(member) {
        None | Some(Value::Null) => Some(Map::new()),
        Some(Value::Object(object)) => Some(object.clone()),
        Some(_) => None,
    };
    let multi = object("multiValueHeaders")?;
    for (name, values) in &multi {
        for value in values.as_array()? {
            headers.append(name.as_str(), text(value)?);
        }
    }
    for (name, value) in &object("headers")? {
        let known = multi.keys().find(|known| known.eq_ignore_ascii_case(name)).unwrap_or(name);
        headers.append(known.as_str(), text(value)?);
    }
    Some(headers)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null => Some(String::new()),
        _ => None,
    }
}
