//! Runs one recorded case: `run_case CASE.json` prints what the API of the case answers, as one JSON object.
//!
//! A case has `kind`, `context`, `integration`, `integrationResponses`, `models`, `input`, and templates. Requests over
//! HTTP go where the integration says; requests to AWS go to `AWS_ENDPOINT_URL_LAMBDA` and `AWS_ENDPOINT_URL_S3`.

#![expect(
    clippy::indexing_slicing,
    reason = "indexing JSON gives null, and what was read is as long as it was found to be"
)]

mod http;

use apigw_engine::api::{Api, Integration, Method, RequestChecks, ResponseMapping};
use apigw_engine::http::{Headers, Request, Response};
use apigw_engine::{Call, Context, Fault, MappingTemplate, TemplateInput, invoke};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let path = std::env::args().nth(1).ok_or("usage: run_case CASE.json")?;
    let case: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let answer = match case["kind"].as_str() {
        Some("template-eval") => json!({"body": render(text(&case["template"]), text(&case["input"]["body"]))?}),
        Some("template-pipeline") => {
            let sent = render(text(&case["request_template"]), text(&case["input"]["body"]))?;
            json!({"body": render(text(&case["response_template"]), &sent)?})
        }
        _ => run(&case)?,
    };
    println!("{answer}");
    Ok(())
}

fn render(template: &str, body: &str) -> Result<String, Failure> {
    Ok(MappingTemplate::parse(template)?.render(&TemplateInput::from(body))?)
}

fn run(case: &Value) -> Result<Value, Failure> {
    let is_test = case["kind"] == "test-invoke-method";
    if case["integration"]["type"].is_null() {
        // The API has no such method.
        return Ok(shown(Fault::MissingAuthenticationToken.response(), is_test));
    }
    let mut integration = Integration::from_json(&case["integration"])?;
    for response in case["integrationResponses"].as_array().into_iter().flatten() {
        integration = integration.with_response(ResponseMapping::from_json(response)?);
    }
    let (api, method) = definition(case);
    let mut call = Call::new(request(case, is_test));
    call.context = context();
    if let Some(trace) = call.request.headers.get("X-Amzn-Trace-Id") {
        call.trace = trace.to_owned();
    }
    let outcome = invoke(&api, &method, &integration, &call, &mut http::Local);
    let mut answer = shown(outcome.response, is_test);
    answer["log"] = outcome.log.into();
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
    json!({"status": response.status, "headers": joined, "bodyBase64": STANDARD.encode(response.body)})
}

fn definition(case: &Value) -> (Api, Method) {
    let context = &case["context"];
    let validator = match &context["requestValidator"] {
        Value::Bool(true) => RequestChecks { parameters: true, body: true },
        flags => RequestChecks {
            parameters: flags["validateRequestParameters"] == true,
            body: flags["validateRequestBody"] == true,
        },
    };
    let api = Api {
        stage: context["stage"].as_str().unwrap_or("test").to_owned(),
        stage_variables: texts(&context["stageVariables"]),
        binary_media_types: context["binaryMediaTypes"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|kind| text(kind).to_owned())
            .collect(),
        models: texts(&case["models"])
            .into_iter()
            .map(|(name, schema)| (name, schema.replace("{api}", "api")))
            .collect(),
        ..Api::default()
    };
    let parameters = context["methodRequestParameters"].as_object().into_iter().flatten();
    let method = Method {
        resource_path: context["resourcePath"].as_str().unwrap_or("/").to_owned(),
        request_parameters: parameters.map(|(name, required)| (name.clone(), required == true)).collect(),
        request_models: texts(&context["requestModels"]),
        validator,
    };
    (api, method)
}

fn context() -> Context {
    Context::new([
        ("resourceId", "abc123"),
        ("extendedRequestId", "AAAAAAAAAAAAAAA="),
        ("requestTime", "28/Nov/2026:22:19:13 +0000"),
        ("requestTimeEpoch", "1795904353000"),
        ("accountId", "123456789012"),
        ("domainName", "api.execute-api.us-east-1.amazonaws.com"),
        ("deploymentId", "dep123"),
        ("identity.sourceIp", "127.0.0.1"),
    ])
}

/// The request, with the headers that the recorded caller adds.
fn request(case: &Value, is_test: bool) -> Request {
    let input = &case["input"];
    let resource = case["context"]["resourcePath"].as_str().unwrap_or("/");
    let full = if is_test { input["pathWithQueryString"].as_str().unwrap_or(resource) } else { text(&input["path"]) };
    let (path, own_query) = full.split_once('?').unwrap_or((full, ""));
    let query = input["query"].as_str().unwrap_or(own_query);
    let mut headers = Headers::new();
    for (name, value) in input["headers"].as_object().into_iter().flatten() {
        let is_of_transport = ["expect", "transfer-encoding", "upgrade"].contains(&name.to_lowercase().as_str());
        if is_test || !is_of_transport {
            headers.append(name.as_str(), text(value));
        }
    }
    if !is_test {
        let defaults = [
            ("User-Agent", "python-requests/2.31"),
            ("Accept-Encoding", "gzip, deflate"),
            ("Accept", "*/*"),
            ("Host", "api.execute-api.us-east-1.amazonaws.com"),
        ];
        for (name, value) in defaults {
            if headers.get(name).is_none() {
                headers.append(name, value);
            }
        }
    }
    let body = match &input["body"] {
        Value::Object(encoded) => STANDARD.decode(text(&encoded["base64"])).unwrap_or_default(),
        body => text(body).as_bytes().to_vec(),
    };
    Request { method: text(&input["method"]).to_owned(), path: path.to_owned(), query: pairs(query), headers, body }
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |part: &str| {
        let template = MappingTemplate::parse("$util.urlDecode($input.body)");
        template.and_then(|template| template.render(&TemplateInput::from(part))).unwrap_or_else(|_| part.to_owned())
    };
    let each = query.split('&').filter(|pair| !pair.is_empty());
    each.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| {
            let value = if value.is_empty() { String::new() } else { decode(value) };
            (decode(name), value)
        })
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

fn texts(value: &Value) -> IndexMap<String, String> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value).to_owned())).collect()
}
