//! What integrations call: HTTP endpoints where they are, functions and services of AWS where the environment says.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use apigw_client::{Client, Environment, Transport};
use apigw_engine::http::{Headers, Request, Response};
use apigw_engine::{Backend, BackendAnswer, BackendCall, BackendError, Target};
use http::Uri;
use http_body_util::BodyExt as _;

/// The header that says that a function failed.
const FUNCTION_ERROR: &str = "X-Amz-Function-Error";

/// Headers that the transport writes itself.
const OF_TRANSPORT: [&str; 3] = ["host", "content-length", "transfer-encoding"];

/// What stands for a function: it gets the event, and gives the answer, or the error of a function that failed.
pub type Function = Arc<dyn Fn(&[u8]) -> Result<Vec<u8>, Vec<u8>> + Send + Sync>;

/// What stands for functions, by their names or ARNs.
#[derive(Clone, Default)]
pub(crate) struct Functions {
    /// Functions in this process.
    pub(crate) own: Vec<(String, Function)>,
    /// Endpoints that get events as the body of a `POST`.
    pub(crate) urls: Vec<(String, String)>,
}

impl fmt::Debug for Functions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.own.iter().map(|(name, _)| name)).entries(&self.urls).finish()
    }
}

/// The backends of a call.
pub(crate) struct Backends {
    functions: Functions,
    transport: Option<Arc<dyn Transport>>,
    runtime: Option<tokio::runtime::Runtime>,
}

impl Backends {
    /// Backends with what stands for functions. A connection is made only if a call needs one.
    pub(crate) fn new(functions: Functions) -> Self {
        Self { functions, transport: None, runtime: None }
    }

    fn answer(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        match &call.target {
            Target::Function(arn) => {
                let name = function_name(arn);
                let is_it = |known: &str| known == name || known == arn;
                if let Some((_, function)) = self.functions.own.iter().find(|(known, _)| is_it(known)) {
                    return Ok(of_function(function(&call.request.body)));
                }
                let url = self.functions.urls.iter().find(|(known, _)| is_it(known)).map(|(_, url)| url.clone());
                match url {
                    Some(url) => self.send_to(&url, call),
                    None => self.send_to_service("lambda", call),
                }
            }
            Target::Service(service) => self.send_to_service(service, call),
            _ => self.send_to(&call.request.path, call),
        }
    }

    /// Sends a request to the endpoint of a service of AWS.
    fn send_to_service(&mut self, service: &str, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let variable = format!("AWS_ENDPOINT_URL_{}", service.replace('-', "_").to_uppercase());
        let environment = Environment::process();
        let endpoint = environment.get(&variable).or_else(|| environment.get("AWS_ENDPOINT_URL"));
        let endpoint = endpoint.filter(|endpoint| !endpoint.is_empty()).ok_or(BackendError::Unreachable)?;
        self.send_to(&format!("{}{}", endpoint.trim_end_matches('/'), call.request.path), call)
    }

    fn send_to(&mut self, uri: &str, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let request = request(uri, &call.request).ok_or(BackendError::Unreachable)?;
        let transport = self.transport()?;
        let exchange = async {
            let (head, body) = transport.send(request).await.ok()?.into_parts();
            Some((head, body.collect().await.ok()?.to_bytes()))
        };
        let limited = async { tokio::time::timeout(call.timeout, exchange).await };
        let answered = self.block_on(limited)?;
        let (head, body) = answered.map_err(|_| BackendError::Timeout)?.ok_or(BackendError::Unreachable)?;
        let headers: Headers = head
            .headers
            .iter()
            .map(|(name, value)| (capitalised(name.as_str()), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        let is_function_error = headers.get(FUNCTION_ERROR).is_some();
        let response = Response { status: head.status.as_u16(), headers, body: body.to_vec() };
        Ok(BackendAnswer { response, is_function_error, latency: 0 })
    }

    fn transport(&mut self) -> Result<Arc<dyn Transport>, BackendError> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        let transport = Client::builder().environment(Environment::empty()).build_transport();
        let transport = transport.map_err(|_| BackendError::Unreachable)?;
        self.transport = Some(Arc::clone(&transport));
        Ok(transport)
    }

    /// Waits for a future: on the runtime of the server, or on one of its own.
    fn block_on<T>(&mut self, future: impl Future<Output = T>) -> Result<T, BackendError> {
        if let Ok(handle) = tokio::runtime::Handle::try_current() {
            return Ok(handle.block_on(future));
        }
        let runtime = match self.runtime.take() {
            Some(runtime) => runtime,
            None => {
                let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
                built.map_err(|_| BackendError::Unreachable)?
            }
        };
        let answer = runtime.block_on(future);
        self.runtime = Some(runtime);
        Ok(answer)
    }
}

impl Backend for Backends {
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let start = Instant::now();
        let answer = self.answer(call)?;
        let latency = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(BackendAnswer { latency, ..answer })
    }
}

/// The answer of a function in this process.
fn of_function(answer: Result<Vec<u8>, Vec<u8>>) -> BackendAnswer {
    let is_function_error = answer.is_err();
    let body = answer.unwrap_or_else(|error| error);
    BackendAnswer { response: Response { status: 200, body, ..Response::default() }, is_function_error, latency: 0 }
}

/// A header's name as servers write it over HTTP/1.1: the transport gives it in lower case.
pub(super) fn capitalised(name: &str) -> String {
    let mut is_start = true;
    let letter = |c: char| {
        let c = if is_start { c.to_ascii_uppercase() } else { c };
        is_start = c == '-';
        c
    };
    name.chars().map(letter).collect()
}

/// The name in the ARN of a function, which a version or an alias may follow.
fn function_name(arn: &str) -> &str {
    let after = arn.split_once(":function:").map_or(arn, |(_, name)| name);
    after.split(':').next().unwrap_or(after)
}

/// A request as the transport sends it; nothing if the URI is none.
fn request(uri: &str, given: &Request) -> Option<http::Request<bytes::Bytes>> {
    let uri: Uri = uri.parse().ok().filter(|uri: &Uri| uri.host().is_some())?;
    let mut builder = http::Request::builder().method(given.method.as_str()).uri(uri);
    for (name, value) in given.headers.iter() {
        if !OF_TRANSPORT.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            builder = builder.header(name, value);
        }
    }
    builder.body(given.body.clone().into()).ok()
}
