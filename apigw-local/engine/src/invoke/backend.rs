//! What integrations and authorizers call.

use std::time::Duration;

use crate::http::{Headers, Request, Response};
use crate::steps::fault::Fault;
use crate::steps::log::Log;

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

/// A backend that nothing reaches, for integrations of the type MOCK.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoBackend;

impl Backend for NoBackend {
    fn send(&mut self, _call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        Err(BackendError::Unreachable)
    }
}

/// Where a request goes, by the URI that stands in place of its path.
pub(crate) fn addressed(is_http: bool, timeout: Duration, mut request: Request) -> Result<BackendCall, Fault> {
    let invalid = || Fault::Configuration("Invalid endpoint address".to_owned());
    if is_http {
        // A variable of the stage that is missing can leave a URI without a host.
        let host = request
            .path
            .split_once("://")
            .map_or("", |(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or(""));
        let is_named = !host.is_empty();
        return if is_named { Ok(BackendCall { target: Target::Http, request, timeout }) } else { Err(invalid()) };
    }

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

pub(super) fn exchange(
    backend_call: &BackendCall,
    backend: &mut dyn Backend,
    log: &mut Log,
) -> Result<BackendAnswer, Fault> {
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
