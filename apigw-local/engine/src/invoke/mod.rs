//! A call, from the method's request to its response.
//!
//! May import: `steps`, `api`, `http`, `mapping`.

mod alone;
pub(crate) mod backend;
mod integrate;

use crate::api::{Api, Integration, IntegrationType, Method};
use crate::http::{Request, Response};
use crate::mapping::{Context, Parameters};
use crate::steps::fault::Fault;
use crate::steps::header_rules::is_hidden;
use crate::steps::integration_request::Incoming;
use crate::steps::log::Log;
use crate::steps::{fault_response, route, validator};
pub use backend::{Backend, BackendAnswer, BackendCall, BackendError, NoBackend, Target};
use integrate::integrate;

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
        Self::with_context(request, Context::default())
    }

    /// A call whose context is known.
    ///
    /// ```
    /// use apigw_engine::http::Request;
    /// use apigw_engine::{Call, Context};
    ///
    /// let call = Call::with_context(Request::new("GET", "/pets"), Context::new([("stage", "prod")]));
    /// assert_eq!(call.context.get("stage").as_deref(), Some("prod"));
    /// ```
    pub fn with_context(request: Request, context: Context) -> Self {
        Self {
            request,
            request_id: "00000000-0000-0000-0000-000000000000".to_owned(),
            trace: "Root=1-00000000-000000000000000000000000".to_owned(),
            log_time: "Thu Jan 01 00:00:00 UTC 1970".to_owned(),
            context,
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
    guarded(api, method, integration, call, backend, |_, _| Ok(()))
}

/// Runs a call that something else has to let through first.
pub(crate) fn guarded(
    api: &Api,
    method: &Method,
    integration: &Integration,
    call: &Call,
    backend: &mut dyn Backend,
    guard: impl FnOnce(Incoming<'_>, &mut dyn Backend) -> Result<(), Fault>,
) -> Outcome {
    prepared(api, method, call, |incoming| {
        let mut log = Log::new(&call.request_id, &call.log_time);
        log_request(&mut log, incoming.request, incoming.parameters);
        let result = guard(incoming, backend)
            .and_then(|()| validator::validate(incoming.api, method, incoming.request, incoming.parameters))
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
            Err(fault) => ended(incoming, log, fault),
        }
    })
}

/// Runs something on what is known of a call before anything is called.
pub(crate) fn prepared<T>(api: &Api, method: &Method, call: &Call, run: impl FnOnce(Incoming<'_>) -> T) -> T {
    let path = route::path_parameters(&method.resource_path, &call.request.path).unwrap_or_default();
    let mut request = call.request.clone();
    request.headers.retain(|name| !is_hidden(name));
    let parameters = route::parameters(path, &request.query, &request.headers);
    fill(&call.context, api, method, call);
    run(Incoming { api, request: &request, parameters: &parameters, context: &call.context, trace: &call.trace })
}

/// Ends a call that leads to no method, with the API's gateway response.
pub(crate) fn refused(api: &Api, call: &Call, fault: Fault) -> Outcome {
    let mut log = Log::new(&call.request_id, &call.log_time);
    let parameters = route::parameters(Vec::new(), &call.request.query, &call.request.headers);
    fill(&call.context, api, &Method::default(), call);
    log_request(&mut log, &call.request, &parameters);
    let (request, context, trace) = (&call.request, &call.context, call.trace.as_str());
    ended(Incoming { api, request, parameters: &parameters, context, trace }, log, fault)
}

fn ended(incoming: Incoming<'_>, mut log: Log, fault: Fault) -> Outcome {
    if let Some(reason) = fault.reason() {
        log.line(&reason);
    }
    let response = fault_response::answer(incoming, &fault);
    log.line(&format!("Method completed with status: {}", response.status));
    Outcome { response, fault: Some(fault), log: log.finish() }
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
