//! What integrations call: HTTP endpoints where they are, functions and services of AWS where the settings say.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use apigw_client::{Environment, Transport};
use apigw_engine::http::{Headers, Request, Response};
use apigw_engine::{Backend, BackendAnswer, BackendCall, BackendError, Target};
use apigw_spec::Operation;
use http::Uri;
use http_body_util::BodyExt as _;

use crate::config::settings;
use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::terminal::runtime;
use crate::transport::client_config;

/// The header that says that a function failed.
const FUNCTION_ERROR: &str = "X-Amz-Function-Error";
/// Headers that the transport writes itself.
const OF_TRANSPORT: [&str; 3] = ["host", "content-length", "transfer-encoding"];

/// The backends of a call.
pub(super) struct Backends {
    transport: Arc<dyn Transport>,
    /// What stands for functions, by their names.
    functions: Vec<(String, String)>,
    /// Why the call means nothing: something that it needs is not there.
    pub(super) problem: Option<String>,
}

impl Backends {
    /// Backends with what stands for functions: `NAME=URL` or `NAME=COMMAND`.
    pub(super) fn new(operation: &Operation, functions: &[String], globals: &Globals) -> Result<Self, Failure> {
        // The endpoint of the command is that of the service, not of backends.
        let globals = Globals { endpoint_url: None, ..globals.clone() };
        let transport = client_config::builder(operation, &globals).build_transport().map_err(settings::failure)?;
        let functions = functions.iter().map(|text| {
            let pair = text.split_once('=').filter(|(name, target)| !name.is_empty() && !target.is_empty());
            let wrong = || Failure::option("--function", format!("`{text}` is not NAME=URL or NAME=COMMAND"));
            pair.map(|(name, target)| (name.to_owned(), target.to_owned())).ok_or_else(wrong)
        });
        Ok(Self { transport, functions: functions.collect::<Result<_, _>>()?, problem: None })
    }

    fn answer(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        match &call.target {
            Target::Function(arn) => {
                let name = function_name(arn);
                let target = self.functions.iter().find(|(known, _)| known == name || known == arn);
                match target.map(|(_, target)| target.clone()) {
                    Some(url) if url.starts_with("http://") || url.starts_with("https://") => self.send_to(&url, call),
                    Some(command) => self.run(&command, call),
                    None => self.send_to_service("lambda", name, call),
                }
            }
            Target::Service(service) => self.send_to_service(service, "", call),
            _ => self.send_to(&call.request.path, call),
        }
    }

    /// Sends a request to the endpoint of a service of AWS.
    fn send_to_service(
        &mut self,
        service: &str,
        function: &str,
        call: &BackendCall,
    ) -> Result<BackendAnswer, BackendError> {
        let variable = format!("AWS_ENDPOINT_URL_{}", service.replace('-', "_").to_uppercase());
        let environment = Environment::process();
        let endpoint = environment.get(&variable).or_else(|| environment.get("AWS_ENDPOINT_URL"));
        let Some(endpoint) = endpoint.filter(|endpoint| !endpoint.is_empty()) else {
            let other = if function.is_empty() { String::new() } else { format!(" or --function {function}=URL") };
            self.problem = Some(format!(
                "the integration calls `{service}`, and no endpoint is known for it; set {variable}{other}"
            ));
            return Err(BackendError::Unreachable);
        };
        self.send_to(&format!("{}{}", endpoint.trim_end_matches('/'), call.request.path), call)
    }

    fn send_to(&self, uri: &str, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let request = request(uri, &call.request).ok_or(BackendError::Unreachable)?;
        let sending = self.transport.send(request);
        let exchange = async {
            let (head, body) = sending.await.ok()?.into_parts();
            Some((head, body.collect().await.ok()?.to_bytes()))
        };
        let limited = async { tokio::time::timeout(call.timeout, exchange).await };
        let answered = runtime::block_on(limited).map_err(|_| BackendError::Unreachable)?;
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

    /// Runs a command that stands for a function.
    fn run(&mut self, command: &str, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        match output(command, &call.request.body) {
            Ok((payload, is_success)) => {
                let response = Response { status: 200, body: payload, ..Response::default() };
                Ok(BackendAnswer { response, is_function_error: !is_success, latency: 0 })
            }
            Err(problem) => {
                self.problem = Some(format!("the command of --function cannot be run: {problem}"));
                Err(BackendError::Unreachable)
            }
        }
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

/// A header's name as servers write it over HTTP/1.1: the transport gives it in lower case.
fn capitalised(name: &str) -> String {
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

/// What a command prints for an event, and whether it succeeds.
fn output(command: &str, event: &[u8]) -> Result<(Vec<u8>, bool), String> {
    let words = shlex::split(command).ok_or("its quotes are not closed")?;
    let (program, arguments) = words.split_first().ok_or("it is empty")?;
    let mut process = Command::new(program);
    process.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = process.spawn().map_err(|error| error.to_string())?;
    let mut input = child.stdin.take();
    let event = event.to_vec();
    // A command that prints before it has read everything must not wait for its reader.
    let writer = std::thread::spawn(move || {
        // A command need not read its event.
        let _ = input.as_mut().map(|input| input.write_all(&event));
    });
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let _ = writer.join();
    Ok((output.stdout, output.status.success()))
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
