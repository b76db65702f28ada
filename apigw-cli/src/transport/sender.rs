//! Requests sent through the client, one at a time.

use std::time::Duration;

use apigw_cli_text::document::Map;
use apigw_client::{Client, Reply, RetryPolicy};
use apigw_spec::Operation;
use apigw_spec::partition::is_aws_url;

use crate::config::settings::{self, Settings};
use crate::config::timestamps::Timestamps;
use crate::failure::{Failure, ServiceError};
use crate::input::value::Request;
use crate::syntax::catalog;
use crate::syntax::globals::Globals;
use crate::terminal::{progress, stdout};
use crate::transport::{reply, retries};

/// The service as the command line says it is to be reached.
pub(crate) struct Service {
    client: Client,
    max_attempts: u32,
    is_traced: bool,
}

impl Service {
    /// Gets ready to send; nothing is sent yet.
    pub(crate) fn new(operation: &Operation, globals: &Globals, settings: &Settings) -> Result<Self, Failure> {
        // Answers are as large as the service makes them.
        let mut builder = builder(operation, globals)
            .on_attempt(progress::count_attempt)
            .retry(RetryPolicy::aws_cli())
            .body_limit(usize::MAX);
        if let Some(path) = &globals.ca_bundle {
            builder = builder.ca_bundle(path);
        }
        if globals.skips_tls_verification {
            builder = builder.danger_accept_invalid_certificates();
        }
        let endpoint = |client: Client| client.endpoint(operation.service).map(|_| client);
        let client = builder.build().and_then(endpoint).map_err(settings::failure);
        let client = client.or_else(|failure| {
            if settings::shows_late(&failure) {
                // An endpoint that is none shows earlier.
                self::builder(operation, globals).unsigned().build().and_then(endpoint).map_err(settings::failure)?;
            }
            Err(failure)
        })?;
        Ok(Self { client, max_attempts: settings.max_attempts(), is_traced: globals.is_debug })
    }

    /// Calls an operation; an error of the service is a failure.
    pub(crate) fn call(&self, operation: &'static Operation, members: &Map) -> Result<Reply, Failure> {
        let request = Request::new(members, operation.input.shape());
        self.trace(|| format!("{} {:?}", operation.name, apigw_client::bind::bind(operation, &request)));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failure::general(error.to_string()))?;
        let reply = runtime.block_on(self.client.call(operation, &request));
        self.trace(|| format!("{} {reply:?}", operation.name));
        let reply = reply.map_err(|error| self.describe(operation, &request, error))?;
        match reply::failure(&reply, operation) {
            None => Ok(reply),
            Some(error) => {
                let exhausted_retries = retries::exhausted(&reply, self.max_attempts);
                Err(Failure::Service(Box::new(ServiceError { exhausted_retries, ..error })))
            }
        }
    }

    /// Whether requests go to AWS and not to a service that somebody else runs.
    pub(crate) fn is_of_aws(&self, operation: &'static Operation) -> bool {
        let Ok(endpoint) = self.client.endpoint(operation.service) else { return true };
        is_aws_url(&endpoint.url(""))
    }

    /// Tells what happens, with `--debug`. Requests and replies print without bodies, which can hold secrets.
    fn trace(&self, text: impl FnOnce() -> String) {
        if self.is_traced {
            stdout::print_error(&format!("apigw: {}\n", text()));
        }
    }

    /// Calls an operation and shapes its answer.
    pub(crate) fn fetch(
        &self,
        operation: &'static Operation,
        members: &Map,
        timestamps: Timestamps,
    ) -> Result<Map, Failure> {
        reply::output(&self.call(operation, members)?, operation, timestamps)
    }

    /// The failure that a call ended with before there was an answer, in the AWS CLI's words.
    fn describe(&self, operation: &'static Operation, request: &Request, error: apigw_client::CallError) -> Failure {
        use apigw_client::CallError as Error;
        let target = apigw_client::bind::bind(operation, request).map(|bound| bound.target).unwrap_or_default();
        let endpoint = self.client.endpoint(operation.service);
        let url = endpoint.map(|endpoint| endpoint.url(&target)).unwrap_or_default();
        let message = match error {
            Error::Config(error) => return settings::failure(error),
            Error::Unreachable { .. } => format!("Could not connect to the endpoint URL: \"{url}\""),
            Error::Tls { source, .. } => format!("SSL validation failed for {url} {source}"),
            Error::Timeout { source: apigw_client::TransportError::ConnectTimeout(_), .. } => {
                format!("Connect timeout on endpoint URL: \"{url}\"")
            }
            Error::Timeout { .. } => format!("Read timeout on endpoint URL: \"{url}\""),
            Error::Interrupted { .. } => {
                format!("Connection was closed before we received a valid response from endpoint URL: \"{url}\".")
            }
            other => other.to_string(),
        };
        Failure::general(message)
    }
}

/// A client's builder with what the command line says.
pub(crate) fn builder(operation: &Operation, globals: &Globals) -> apigw_client::ClientBuilder {
    // Those who look through logs know the AWS CLI's calls by it.
    let command = format!("md/command#{}.{}", catalog::SERVICE, catalog::name(operation));
    let mut builder = Client::builder().user_agent_part(command);
    #[cfg(feature = "fetched-credentials")]
    {
        builder = builder.mfa_prompt(crate::terminal::mfa::ask);
        // Where the AWS CLI keeps them, so that a code is asked for once and not by each command.
        if let Some(home) = std::env::home_dir().filter(|home| !home.as_os_str().is_empty()) {
            builder = builder.role_cache(home.join(".aws").join("cli").join("cache"));
        }
    }
    if let Some(profile) = &globals.profile {
        builder = builder.profile(profile);
    }
    if let Some(region) = &globals.region {
        builder = builder.region(region);
    }
    if let Some(url) = &globals.endpoint_url {
        builder = builder.endpoint_url(url);
    }
    if globals.is_unsigned {
        builder = builder.unsigned();
    }
    if let Some(seconds) = globals.connect_timeout {
        builder = builder.connect_timeout(Duration::from_secs(seconds));
    }
    if let Some(seconds) = globals.read_timeout {
        builder = builder.read_timeout(Duration::from_secs(seconds));
    }
    builder
}
