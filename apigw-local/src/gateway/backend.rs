//! What integrations call: HTTP endpoints where they are, functions and services of AWS where the environment says.

use std::sync::Arc;
use std::time::Instant;

use apigw_client::Environment;
use apigw_engine::http::Response;
use apigw_engine::{Backend, BackendAnswer, BackendCall, BackendError, Target};

use super::function::{Function, NoAnswer, output};
use super::outside::Outside;
use crate::waiting::wait_outside;

/// The header that says that a function failed.
const FUNCTION_ERROR: &str = "X-Amz-Function-Error";

/// The backends of a call, for the engine.
///
/// ```
/// use std::sync::Arc;
///
/// use apigw_local::{Backends, Function, Outside};
///
/// let functions = [Function::named("hello=cat")?];
/// let backends = Backends::new(Arc::from(functions), Arc::new(Outside::default()));
/// assert_eq!(backends.problem(), None);
/// # Ok::<(), String>(())
/// ```
#[derive(Debug)]
pub struct Backends {
    functions: Arc<[(String, Function)]>,
    outside: Arc<Outside>,
    problem: Option<String>,
}

impl Backends {
    /// Backends with what stands for functions, by their names or ARNs. A connection is made only if a call needs one.
    pub fn new(functions: Arc<[(String, Function)]>, outside: Arc<Outside>) -> Self {
        Self { functions, outside, problem: None }
    }

    /// Why the calls so far mean nothing: something that they need is not there. The service would say that it failed;
    /// who runs it can say more.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    fn answer(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        match &call.target {
            Target::Function(arn) => {
                let name = function_name(arn);
                let function = self.functions.iter().find(|(known, _)| known == name || known == arn);
                match function.map(|(_, function)| function.clone()) {
                    Some(Function::Code(code)) => Ok(of_function(code(&call.request.body))),
                    Some(Function::Url(url)) => self.send_to(&url, call),
                    Some(Function::Command(command)) => self.run(&command, call),
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
        let response = self.outside.send(uri, &call.request, call.timeout)?;
        let is_function_error = response.headers.get(FUNCTION_ERROR).is_some();
        Ok(BackendAnswer { response, is_function_error, latency: 0 })
    }

    /// Runs a command that stands for a function.
    fn run(&mut self, command: &str, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        match output(command, &call.request.body, call.timeout) {
            Ok((printed, true)) => Ok(of_function(Ok(printed))),
            Ok((printed, false)) => Ok(of_function(Err(printed))),
            Err(NoAnswer::Late) => Err(BackendError::Timeout),
            Err(NoAnswer::Unusable(reason)) => {
                self.problem = Some(format!("the command of --function cannot be run: {reason}"));
                Err(BackendError::Unreachable)
            }
        }
    }
}

impl Backend for Backends {
    fn send(&mut self, call: &BackendCall) -> Result<BackendAnswer, BackendError> {
        let start = Instant::now();
        let answer = wait_outside(|| self.answer(call))?;
        let latency = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(BackendAnswer { latency, ..answer })
    }
}

/// The answer of a function on this machine.
fn of_function(answer: Result<Vec<u8>, Vec<u8>>) -> BackendAnswer {
    let is_function_error = answer.is_err();
    let body = answer.unwrap_or_else(|error| error);
    BackendAnswer { response: Response { status: 200, body, ..Response::default() }, is_function_error, latency: 0 }
}

/// The name in the ARN of a function, which a version or an alias may follow.
fn function_name(arn: &str) -> &str {
    let after = arn.split_once(":function:").map_or(arn, |(_, name)| name);
    after.split(':').next().unwrap_or(after)
}
