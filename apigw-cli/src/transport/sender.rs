//! Sends requests through the client, one at a time.

use std::io;
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use apigw_cli_text::document::Map;
use apigw_client::bind::bind;
use apigw_client::{CallError, Client, Reply, RetryPolicy, StreamReply, TransportError};
use apigw_spec::Operation;
use apigw_spec::partition::is_aws_url;
use apigw_spec::value::Members;

use crate::config::settings::{self, Settings};
use crate::config::timestamps::Timestamps;
use crate::failure::Failure;
use crate::syntax::globals::Globals;
use crate::terminal::replace::OutputFile;
use crate::terminal::{progress, runtime, stdout};
use crate::transport::{client_config, local_store, reply, retries};

/// How large a reply may be, in bytes. The AWS CLI has no limit.
const BODY_LIMIT: usize = 1 << 30;

/// How long the command waits before it asks for a body again that broke; the second time twice as long.
const PAUSE: Duration = Duration::from_millis(200);

/// The warning about `--no-verify-ssl`.
const UNVERIFIED: &str = "apigw: warning: the certificate of the endpoint is not verified, so anyone in between can read \
    and change what is sent; give its certificate with --ca-bundle instead of --no-verify-ssl\n";

/// Says, once, that a request is sent again which may have been executed.
fn warn_of_unknown(operation: &'static Operation) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        progress::clear();
        stdout::print_error(&format!(
            "apigw: warning: the reply was lost, so the request may have been executed; it is sent again, which \
             --no-retry-unknown prevents: {}\n",
            operation.repeat.reason
        ));
    });
}

/// What became of an attempt to write the body of a reply to a file.
enum Downloaded {
    /// All of it is there.
    Whole(Reply),
    /// The reply is no success.
    Refused(Reply),
    /// The body did not arrive completely.
    Broken(CallError),
    /// There is no reply.
    Failed(CallError),
}

/// Sends requests to the service that the command line and the settings configure.
pub(crate) struct Sender {
    client: Client,
    max_attempts: u32,
    is_traced: bool,
    /// Whether a store on this machine answers, by the rules of AWS.
    is_local: bool,
}

impl Sender {
    /// Prepares to send; nothing is sent yet.
    pub(crate) fn new(operation: &Operation, globals: &Globals, settings: &Settings) -> Result<Self, Failure> {
        let mut builder = client_config::builder(operation, globals)
            .on_attempt(progress::count_attempt)
            .on_unknown_outcome(warn_of_unknown)
            .retry(RetryPolicy::aws_cli().retry_unknown(!globals.avoids_unknown))
            .body_limit(BODY_LIMIT);
        if let Some(file) = globals.local.as_ref().filter(|_| globals.endpoint_url.is_none()) {
            builder = local_store::connected(builder, file)?;
        }
        if let Some(path) = &globals.ca_bundle {
            builder = builder.ca_bundle(path);
        }
        if globals.skips_tls_verification {
            builder = builder.danger_accept_invalid_certificates();
        }

        let client = builder.build().and_then(|client| client.endpoint(operation.service).map(|_| client));
        let client = client.map_err(settings::failure).or_else(|failure| {
            if settings::shows_late(&failure) {
                // An invalid endpoint is reported earlier.
                client_config::endpoint(operation, globals).map_err(settings::failure)?;
            }
            Err(failure)
        })?;
        if globals.skips_tls_verification && client.endpoint(operation.service).is_ok_and(|endpoint| endpoint.is_tls())
        {
            stdout::print_error(UNVERIFIED);
        }
        let is_local = globals.local.is_some();
        Ok(Self { client, max_attempts: settings.max_attempts(), is_traced: globals.is_debug, is_local })
    }

    /// Calls an operation. A reply with an error of the service is a failure.
    pub(crate) fn call(&self, operation: &'static Operation, input: &dyn Members) -> Result<Reply, Failure> {
        let request = bind(operation, input);
        self.trace(|| format!("{} {request:?}", operation.name));
        let request = request.map_err(|error| Failure::general(error.to_string()))?;
        let target = request.target.clone();

        let reply = runtime::block_on(self.client.call_bound(operation, request)).map_err(Failure::general)?;
        self.trace(|| format!("{} {reply:?}", operation.name));

        let reply = reply.map_err(|error| self.call_failure(operation, &target, error))?;
        if reply.failure().is_some() { Err(self.refused(operation, &reply)) } else { Ok(reply) }
    }

    /// Calls an operation and writes the body of its reply to a file as it arrives. A body that breaks is asked for again,
    /// like a call without a reply. The reply is given without its body.
    pub(crate) fn download(
        &self,
        operation: &'static Operation,
        input: &dyn Members,
        path: &Path,
        unwritten: &dyn Fn(io::Error) -> Failure,
    ) -> Result<Reply, Failure> {
        let mut file: Option<OutputFile> = None;
        let mut attempt = 1;
        loop {
            let request = bind(operation, input);
            self.trace(|| format!("{} {request:?}", operation.name));
            let request = request.map_err(|error| Failure::general(error.to_string()))?;
            let target = request.target.clone();
            let outcome: Result<io::Result<Downloaded>, String> = runtime::block_on(async {
                let stream = match self.client.call_bound_streaming(operation, request).await {
                    Ok(Ok(stream)) => stream,
                    Ok(Err(reply)) => return Ok(Downloaded::Refused(reply)),
                    Err(error) => return Ok(Downloaded::Failed(error)),
                };
                let StreamReply { status, headers, mut body, .. } = stream;
                let out = match &mut file {
                    Some(out) => {
                        out.restart()?;
                        out
                    }
                    None => file.insert(OutputFile::open(path)?),
                };
                loop {
                    match body.chunk().await {
                        Ok(Some(bytes)) => out.write(&bytes)?,
                        Ok(None) => return Ok(Downloaded::Whole(Reply::new(status, headers, ""))),
                        Err(error) => return Ok(Downloaded::Broken(error)),
                    }
                }
            });

            match outcome.map_err(Failure::general)?.map_err(unwritten)? {
                Downloaded::Whole(reply) => {
                    self.trace(|| format!("{} {reply:?}", operation.name));
                    file.map_or(Ok(()), OutputFile::finish).map_err(unwritten)?;
                    return Ok(reply);
                }
                Downloaded::Refused(reply) => return Err(self.refused(operation, &reply)),
                Downloaded::Broken(_) if attempt < self.max_attempts => {
                    std::thread::sleep(PAUSE * attempt);
                    attempt += 1;
                    progress::count_attempt(attempt);
                }
                Downloaded::Broken(error) | Downloaded::Failed(error) => {
                    return Err(self.call_failure(operation, &target, error));
                }
            }
        }
    }

    /// The failure that a reply tells of which is no success.
    fn refused(&self, operation: &'static Operation, reply: &Reply) -> Failure {
        let mut error = reply::service_error(reply, operation).unwrap_or_default();
        error.exhausted_retries = reply.failure().and_then(|failure| retries::exhausted(failure, self.max_attempts));
        Failure::Service(Box::new(error))
    }

    /// Calls an operation and reads the output from its reply.
    pub(crate) fn fetch(
        &self,
        operation: &'static Operation,
        input: &dyn Members,
        timestamps: Timestamps,
    ) -> Result<Map, Failure> {
        reply::output(&self.call(operation, input)?, operation, timestamps)
    }

    /// Whether requests go to an endpoint of AWS, or to a store that acts like it.
    pub(crate) fn is_aws(&self, operation: &'static Operation) -> bool {
        let Ok(endpoint) = self.client.endpoint(operation.service) else { return true };
        self.is_local || is_aws_url(&endpoint.url(""))
    }

    /// Prints what happens, with `--debug`. Requests and replies print without bodies, which can hold secrets.
    fn trace(&self, text: impl FnOnce() -> String) {
        if self.is_traced {
            stdout::print_error(&format!("apigw: {}\n", text()));
        }
    }

    /// The failure of a call without a reply, in the words of the AWS CLI.
    fn call_failure(&self, operation: &'static Operation, target: &str, error: CallError) -> Failure {
        let endpoint = self.client.endpoint(operation.service);
        let url = endpoint.map(|endpoint| endpoint.url(target)).unwrap_or_default();
        let is_unknown = !operation.is_idempotent() && error.may_have_happened();
        let mut unknown = String::new();
        if is_unknown {
            unknown = format!(
                "\nThe request may have been executed; look before you repeat it: {}.",
                operation.repeat.reason
            );
        }

        let message = match error {
            CallError::Config(error) => return settings::failure(error),
            CallError::Unreachable { source: TransportError::Proxy { proxy, status, .. }, .. } => {
                let status = status.map(|status| format!(" (status {status})")).unwrap_or_default();
                format!("Failed to connect to proxy URL: \"{proxy}\"{status}")
            }
            CallError::Unreachable { .. } => format!("Could not connect to the endpoint URL: \"{url}\""),
            CallError::Tls { source, .. } => format!("SSL validation failed for {url} {source}"),
            CallError::Timeout { source: TransportError::ConnectTimeout(_), .. } => {
                format!("Connect timeout on endpoint URL: \"{url}\"")
            }
            CallError::Timeout { .. } => format!("Read timeout on endpoint URL: \"{url}\""),
            CallError::Interrupted { .. } => {
                format!("Connection was closed before we received a valid response from endpoint URL: \"{url}\".")
            }
            other => other.to_string(),
        };
        Failure::general(message + &unknown)
    }
}
