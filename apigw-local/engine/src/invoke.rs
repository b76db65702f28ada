//! A call, from the method's request to its response.
//!
//! May import: `steps`, `api`, `http`, `mapping`.

use std::time::Duration;

use serde_json::Value;

use crate::api::{Api, Integration, IntegrationType, Method};
use crate::http::{Headers, Request, Response};
use crate::mapping::{Context, Parameters};
use crate::steps::binary::Payload;
use crate::steps::fault::Fault;
use crate::steps::header_rules::is_hidden;
use crate::steps::integration_request::{self, Incoming};
use crate::steps::log::Log;
use crate::steps::{fault_response, lambda, mock, response_mapping, route, validator};

/// What integrations call.
pub trait Backend {
    /// Sends a request and gives the answer.
    ///
    /// # Errors
    /// The backend cannot be reached, or does not answer in time.
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError>;
}

/// A request to a backend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackendCall {
    /// Where it goes.
    pub target: Target,
    /// The request; its path is the whole URI for HTTP, and a path for a service.
    pub request: Request,
    /// How long the backend may take.
    pub timeout: Duration,
}

/// Where a request to a backend goes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An HTTP endpoint.
    Http,
    /// A function, by its ARN; the body is its payload.
    Function(String),
    /// Another service of AWS, by the name in its endpoint, as `s3`.
    Service(String),
}

/// The answer of a backend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackendAnswer {
    /// The response; of a function, the payload.
    pub response: Response,
    /// Whether a function failed.
    pub is_function_error: bool,
    /// How long the backend took, in milliseconds, for the log.
    pub latency: u64,
}

/// Why a backend gives no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackendError {
    /// It cannot be reached.
    Unreachable,
    /// It does not answer in time.
    Timeout,
}

/// A call of a method, with what differs from call to call.
#[derive(Debug, Clone)]
pub struct Call {
    /// The request.
    pub request: Request,
    /// The identifier of the request.
    pub request_id: String,
    /// The trace, as `X-Amzn-Trace-Id` has it.
    pub trace: String,
    /// The time, as the log has it: `Sat Nov 28 22:19:13 UTC 2026`.
    pub log_time: String,
    /// The variables of `$context`. Those that follow from the request and the API are added.
    pub context: Context,
}

/// What a call gives.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The response.
    pub response: Response,
    /// Why the call ended early, if it did.
    pub fault: Option<Fault>,
    /// The log, in the lines of a test invocation.
    pub log: String,
}

impl Call {
    /// A call with fixed identifiers and times.
    ///
    /// ```
    /// use apigw_engine::http::Request;
    /// use apigw_engine::Call;
    ///
    /// let call = Call::new(Request { method: "GET".to_owned(), path: "/pets".to_owned(), ..Request::default() });
    /// assert_eq!(call.request.path, "/pets");
    /// ```
    pub fn new(request: Request) -> Self {
        Self {
            request,
            request_id: "00000000-0000-0000-0000-000000000000".to_owned(),
            trace: "Root=1-00000000-000000000000000000000000".to_owned(),
            log_time: "Thu Jan 01 00:00:00 UTC 1970".to_owned(),
            context: Context::default(),
        }
    }
}

/// Runs a call.
///
/// ```
/// use apigw_engine::api::{Api, Integration, ResponseMapping, Method};
/// use apigw_engine::http::Request;
/// use apigw_engine::{Call, NoBackend, invoke};
/// use serde_json::json;
///
/// let integration = Integration::from_json(&json!({
///     "type": "MOCK",
///     "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
/// }))?
/// .with_response(ResponseMapping::from_json(&json!({
///     "statusCode": "200",
///     "responseTemplates": {"application/json": "{\"id\": \"$input.params('petId')\"}"},
/// }))?);
/// let method = Method { resource_path: "/pets/{petId}".to_owned(), ..Method::default() };
/// let request = Request { method: "GET".to_owned(), path: "/pets/7".to_owned(), ..Request::default() };
///
/// let outcome = invoke(&Api::default(), &method, &integration, &Call::new(request), &mut NoBackend);
/// assert_eq!((outcome.response.status, outcome.response.text()), (200, "{\"id\": \"7\"}".to_owned()));
/// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
/// ```
pub fn invoke(
    api: &Api,
    method: &Method,
    integration: &Integration,
    call: &Call,
    backend: &mut dyn Backend,
) -> Outcome {
    let mut log = Log::new(&call.request_id, &call.log_time);
    let path = route::path_parameters(&method.resource_path, &call.request.path).unwrap_or_default();
    let mut request = call.request.clone();
    request.headers.retain(|name| !is_hidden(name));
    let parameters = route::parameters(path, &request.query, &request.headers);
    fill(&call.context, api, method, call);
    log_request(&mut log, &request, &parameters);
    let incoming =
        Incoming { api, request: &request, parameters: &parameters, context: &call.context, trace: &call.trace };
    let result = validator::validate(api, method, &request, &parameters)
        .and_then(|()| integrate(incoming, method, integration, backend, &mut log));

    match result {
        Ok(mut response) => {
            let with_trace = !matches!(integration.kind, IntegrationType::Mock | IntegrationType::HttpProxy);
            if with_trace {
                let own = std::mem::take(&mut response.headers);
                response.headers =
                    std::iter::once(("X-Amzn-Trace-Id", call.trace.as_str())).chain(own.iter()).collect();
            }
            log.value("Method response body after transformations", &response.text());
            log.pairs("Method response headers", response.headers.iter());
            log.line("Successfully completed execution");
            log.line(&format!("Method completed with status: {}", response.status));
            Outcome { response, fault: None, log: log.finish() }
        }
        Err(fault) => {
            if let Some(reason) = fault.reason() {
                log.line(&reason);
            }
            log.line(&format!("Method completed with status: {}", fault.status()));
            let response = fault_response::answer(incoming, &fault);
            Outcome { response, fault: Some(fault), log: log.finish() }
        }
    }
}

impl Integration {
    /// Calls the integration with nothing around it: the path of the request is that of the resource, and no backend can
    /// be reached. For tests of MOCK integrations and their templates; [`invoke`] takes everything.
    ///
    /// ```
    /// use apigw_engine::api::{Integration, ResponseMapping};
    /// use apigw_engine::http::Request;
    /// use serde_json::json;
    ///
    /// let mock = Integration::from_json(&json!({
    ///     "type": "MOCK",
    ///     "requestTemplates": {"application/json": "{\"statusCode\": $input.params('code')}"},
    /// }))?
    /// .with_response(ResponseMapping::from_json(&json!({"statusCode": "404", "selectionPattern": "4\\d\\d"}))?);
    /// assert_eq!(mock.invoke(Request::new("GET", "/pets?code=410")).response.status, 404);
    /// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
    /// ```
    pub fn invoke(&self, request: Request) -> Outcome {
        let method = Method::at(request.path.as_str());
        invoke(&Api::default(), &method, self, &Call::new(request), &mut NoBackend)
    }

    /// The body that the integration sends for a request: what its template renders, or the body as it came.
    ///
    /// ```
    /// use apigw_engine::api::Integration;
    /// use apigw_engine::http::Request;
    /// use serde_json::json;
    ///
    /// let http = Integration::from_json(&json!({
    ///     "type": "HTTP", "uri": "https://example.com/",
    ///     "requestTemplates": {"application/json": "$input.path('$.name')"},
    /// }))?;
    /// assert_eq!(http.request_body(Request::new("POST", "/").with_body("{\"name\": \"Ada\"}"))?, "Ada");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// No template is for the media type of the request, or the template cannot be rendered.
    pub fn request_body(&self, request: Request) -> Result<String, Fault> {
        let (api, call) = (Api::default(), Call::new(request));
        let request = &call.request;
        let parameters = route::parameters(Vec::new(), &request.query, &request.headers);
        fill(&call.context, &api, &Method::at(request.path.as_str()), &call);
        let incoming =
            Incoming { api: &api, request, parameters: &parameters, context: &call.context, trace: &call.trace };
        let body = integration_request::body(incoming, self)?.into_bytes();
        Ok(String::from_utf8_lossy(&body).into_owned())
    }
}

/// A backend that nothing reaches, for integrations of the type MOCK.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoBackend;

impl Backend for NoBackend {
    fn send(&mut self, _call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        Err(BackendError::Unreachable)
    }
}

/// The variables that follow from the request and the API, where the caller did not set them.
fn fill(context: &Context, api: &Api, method: &Method, call: &Call) {
    let path = format!("/{}{}", api.stage, call.request.path);
    let user_agent = call.request.headers.get("User-Agent").unwrap_or("");
    let known = [
        ("resourcePath", method.resource_path.as_str()),
        ("httpMethod", &call.request.method),
        ("path", &path),
        ("protocol", "HTTP/1.1"),
        ("stage", &api.stage),
        ("domainPrefix", &api.id),
        ("requestId", &call.request_id),
        ("apiId", &api.id),
        ("identity.userAgent", user_agent),
    ];
    for (name, value) in known {
        if context.get(name).is_none_or(|value| value.is_empty()) {
            context.set(name, value);
        }
    }
}

fn log_request(log: &mut Log, request: &Request, parameters: &Parameters) {
    let path = request.path.split('?').next().unwrap_or("");
    log.line(&format!("HTTP Method: {}, Resource Path: {path}", request.method));
    log.pairs("Method request path", parameters.paths().iter().map(|(name, value)| (name.as_str(), value.as_str())));
    log.pairs("Method request query string", request.query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    log.pairs("Method request headers", request.headers.iter());
    log.value("Method request body before transformations", &String::from_utf8_lossy(&request.body));
}

fn integrate(
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
    let backend_call = addressed(integration, request)?;
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
    let answer = exchange(&addressed(integration, request)?, backend, log)?;
    let accept = incoming.request.headers.get("Accept").map(|accept| accept.split(',').next().unwrap_or(accept));
    let accepts_binary = incoming.api.is_binary(accept);
    let mut response = lambda::answer(&answer.response.body, answer.is_function_error, accepts_binary)?;
    response = response_mapping::pass(integration, response);
    if response.headers.get("Content-Type").is_none() {
        response.headers.append("Content-Type", "application/json");
    }
    Ok(response)
}

/// Where a request goes, by the URI of the integration.
fn addressed(integration: &Integration, mut request: Request) -> Result<BackendCall, Fault> {
    let timeout = integration.timeout;
    if matches!(integration.kind, IntegrationType::Http | IntegrationType::HttpProxy) {
        return Ok(BackendCall { target: Target::Http, request, timeout });
    }
    let invalid = || Fault::Configuration("Invalid endpoint address".to_owned());
    let mut parts = request.path.splitn(6, ':').skip(4);
    let (service, rest) = (parts.next().ok_or_else(invalid)?.to_owned(), parts.next().ok_or_else(invalid)?.to_owned());
    if service == "lambda" {
        let function = rest.split_once("/functions/").map(|(_, function)| function).ok_or_else(invalid)?;
        let function = function.split("/invocations").next().unwrap_or(function).to_owned();
        "POST".clone_into(&mut request.method);
        request.path = format!("/2015-03-31/functions/{function}/invocations");
        return Ok(BackendCall { target: Target::Function(function), request, timeout });
    }
    request.path = match (rest.strip_prefix("path/"), rest.strip_prefix("action/")) {
        (Some(path), _) => format!("/{}", path.trim_start_matches('/')),
        (None, Some(action)) => format!("/?Action={action}"),
        (None, None) => return Err(invalid()),
    };
    let service = service.rsplit('.').next().unwrap_or(&service).to_owned();
    Ok(BackendCall { target: Target::Service(service), request, timeout })
}

fn exchange(backend_call: &BackendCall, backend: &mut dyn Backend, log: &mut Log) -> Result<BackendAnswer, Fault> {
    let request = &backend_call.request;
    log.value("Endpoint request URI", &request.path);
    log.pairs("Endpoint request headers", request.headers.iter());
    log.value("Endpoint request body after transformations", &String::from_utf8_lossy(&request.body));
    log.line(&format!("Sending request to {}", request.path));
    let answer = backend.send(backend_call).map_err(|error| match (error, &backend_call.target) {
        (_, Target::Function(_)) => Fault::MalformedProxyResponse("Lambda cannot be reached".to_owned()),
        (BackendError::Unreachable, _) => Fault::IntegrationFailure,
        (BackendError::Timeout, _) => Fault::IntegrationTimeout,
    })?;
    let headers: &Headers = &answer.response.headers;
    log.line(&format!(
        "Received response. Status: {}, Integration latency: {} ms",
        answer.response.status, answer.latency
    ));
    log.pairs("Endpoint response headers", headers.iter());
    log.value("Endpoint response body before transformations", &answer.response.text());
    Ok(answer)
}
