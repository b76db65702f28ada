//! `--case`: an API and a request from one file, for tests that replay recorded calls.
//!
//! The file has `kind`, `context`, `integration`, `integrationResponses`, `models` and `input`; or, to render templates
//! alone, `template`, or `request_template` and `response_template`. What the call gives is printed as one JSON object.

use apigw_cli_text::base64;
use apigw_engine::api::{Api, Integration, InvalidDefinition, Method, RequestChecks, ResponseMapping};
use apigw_engine::http::{Headers, Request, Response};
use apigw_engine::{Call, Context, Fault, MappingTemplate, TemplateInput, invoke};
use apigw_local::Backends;
use serde_json::{Map, Value, json};

use super::backends;
use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::syntax::operation::OperationArgs;
use crate::terminal::stdout;

/// How the kinds of cases begin that are test invocations, and not requests to a stage.
const TEST_INVOCATION: &str = "test-";

/// The headers that a caller adds which none are said of.
const OF_CALLER: [(&str, &str); 4] = [
    ("User-Agent", "python-requests/2.31"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Accept", "*/*"),
    ("Host", "api.execute-api.us-east-1.amazonaws.com"),
];

/// What `$context` has.
const CONTEXT: [(&str, &str); 8] = [
    ("resourceId", "abc123"),
    ("extendedRequestId", "AAAAAAAAAAAAAAA="),
    ("requestTime", "28/Nov/2026:22:19:13 +0000"),
    ("requestTimeEpoch", "1795904353000"),
    ("accountId", "123456789012"),
    ("domainName", "api.execute-api.us-east-1.amazonaws.com"),
    ("deploymentId", "dep123"),
    ("identity.sourceIp", "127.0.0.1"),
];

/// Runs the case in a file.
pub(in crate::commands) fn run(file: &str, call: &OperationArgs, globals: &Globals) -> Result<(), Failure> {
    let wrong = |problem: String| Failure::option("--case", format!("{file}: {problem}"));
    let content = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
    let case: Value = serde_json::from_slice(&content).map_err(|error| wrong(format!("invalid JSON: {error}")))?;
    let part = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or("");
    let body = text_at(&case, "/input/body");

    let answer = match part("kind") {
        "template-eval" => json!({"body": render(part("template"), body)?}),
        "template-pipeline" => {
            let sent = render(part("request_template"), body)?;
            json!({"body": render(part("response_template"), &sent)?})
        }
        kind => {
            let functions = call.offline.as_ref().map(|offline| offline.functions.as_slice()).unwrap_or_default();
            let mut backends = backends::of_call(call.operation, functions, globals)?;
            let answer = answer(&case, kind.starts_with(TEST_INVOCATION), &mut backends)
                .map_err(|error| wrong(error.to_string()))?;
            if let Some(problem) = backends.problem() {
                return Err(Failure::general(problem));
            }
            answer
        }
    };
    stdout::print(&format!("{answer}\n"));
    Ok(())
}

fn render(template: &str, body: &str) -> Result<String, Failure> {
    let rendered = MappingTemplate::parse(template).and_then(|parsed| parsed.render(&TemplateInput::from(body)));
    rendered.map_err(|error| Failure::general(error.to_string()))
}

fn answer(case: &Value, is_test: bool, backends: &mut Backends) -> Result<Value, InvalidDefinition> {
    if case.pointer("/integration/type").is_none_or(Value::is_null) {
        // The API has no such method.
        return Ok(shown(Fault::MissingAuthenticationToken.response(), is_test));
    }
    let mut integration = Integration::from_json(case.get("integration").unwrap_or(&Value::Null))?;
    for response in case.get("integrationResponses").and_then(Value::as_array).into_iter().flatten() {
        integration = integration.with_response(ResponseMapping::from_json(response)?);
    }
    let mut call = Call::with_context(request(case, is_test), Context::new(CONTEXT));
    if let Some(trace) = call.request.headers.get("X-Amzn-Trace-Id") {
        call.trace = trace.to_owned();
    }
    let outcome = invoke(&api(case), &method(case), &integration, &call, backends);

    let mut answer = shown(outcome.response, is_test);
    if let Value::Object(members) = &mut answer {
        members.insert("log".to_owned(), outcome.log.into());
    }
    Ok(answer)
}

fn shown(response: Response, is_test: bool) -> Value {
    let mut headers = response.headers;
    if !is_test {
        headers.append("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
        headers.append("x-amz-apigw-id", "AAAAAAAAAAAAAAA=");
    }
    let mut joined = Map::new();
    for (name, value) in headers.iter() {
        let known = joined.get(name).and_then(Value::as_str).map(|known| format!("{known}, {value}"));
        joined.insert(name.to_owned(), known.unwrap_or_else(|| value.to_owned()).into());
    }
    json!({"status": response.status, "headers": joined, "bodyBase64": apigw_model::blob::to_base64(&response.body)})
}

fn api(case: &Value) -> Api {
    let types = case.pointer("/context/binaryMediaTypes").and_then(Value::as_array).into_iter().flatten();
    Api {
        stage: case.pointer("/context/stage").and_then(Value::as_str).unwrap_or("test").to_owned(),
        stage_variables: texts(case.pointer("/context/stageVariables")).collect(),
        binary_media_types: types.filter_map(Value::as_str).map(str::to_owned).collect(),
        models: texts(case.get("models")).map(|(name, schema)| (name, schema.replace("{api}", "api"))).collect(),
        ..Api::default()
    }
}

fn method(case: &Value) -> Method {
    let checks = case.pointer("/context/requestValidator").unwrap_or(&Value::Null);
    let is_on = |flag: &str| checks == &Value::Bool(true) || checks.get(flag) == Some(&Value::Bool(true));
    let parameters = case.pointer("/context/methodRequestParameters").and_then(Value::as_object);
    let is_required = |(name, value): (&String, &Value)| (name.clone(), value == &Value::Bool(true));
    Method {
        request_parameters: parameters.into_iter().flatten().map(is_required).collect(),
        request_models: texts(case.pointer("/context/requestModels")).collect(),
        validator: RequestChecks { parameters: is_on("validateRequestParameters"), body: is_on("validateRequestBody") },
        ..Method::at(resource_path(case))
    }
}

/// The request, with the headers that the recorded caller adds.
fn request(case: &Value, is_test: bool) -> Request {
    let own = text_at(case, "/input/pathWithQueryString");
    let target = match (is_test, own) {
        (false, _) => text_at(case, "/input/path"),
        (true, "") => resource_path(case),
        (true, own) => own,
    };
    let query = text_at(case, "/input/query");
    let target = if query.is_empty() { target.to_owned() } else { format!("{target}?{query}") };
    let mut request = Request::new(text_at(case, "/input/method"), &target);

    let mut headers = Headers::new();
    for (name, value) in texts(case.pointer("/input/headers")) {
        let is_of_transport =
            ["expect", "transfer-encoding", "upgrade"].iter().any(|own| name.eq_ignore_ascii_case(own));
        if is_test || !is_of_transport {
            headers.append(name, value);
        }
    }
    for (name, value) in OF_CALLER.iter().filter(|_| !is_test) {
        if headers.get(name).is_none() {
            headers.append(*name, *value);
        }
    }
    request.headers = headers;
    let encoded = case.pointer("/input/body/base64").and_then(Value::as_str);
    request.body = match encoded {
        Some(encoded) => base64::decode(encoded).unwrap_or_default(),
        None => text_at(case, "/input/body").as_bytes().to_vec(),
    };
    request
}

fn resource_path(case: &Value) -> &str {
    case.pointer("/context/resourcePath").and_then(Value::as_str).unwrap_or("/")
}

fn text_at<'a>(case: &'a Value, pointer: &str) -> &'a str {
    case.pointer(pointer).and_then(Value::as_str).unwrap_or("")
}

fn texts(value: Option<&Value>) -> impl Iterator<Item = (String, String)> {
    let members = value.and_then(Value::as_object).into_iter().flatten();
    members.map(|(name, value)| (name.clone(), value.as_str().unwrap_or("").to_owned()))
}
