//! One call: attempts, until one of them is the last.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use apigw_spec::Operation;
use bytes::Bytes;
use http::Request;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST, HeaderName, USER_AGENT};
use tokio::time::{sleep, timeout};

use crate::call::answer::{Answer, BodyMode};
use crate::call::core::Core;
use crate::call::reply::Reply;
use crate::call::retry::Verdict;
use crate::call::stream::{ByteStream, StreamReply};
use crate::call::trace::Trace;
use crate::config::endpoint::Endpoint;
use crate::config::runtime::require_runtime;
use crate::error::{CallError, Error};
use crate::failure::Failure;
use crate::http::bind::BindError;
use crate::http::finish::finish;
use crate::http::identifier::uuid;
use crate::http::request::HttpRequest;
use crate::http::transport::TransportError;
use crate::http::wire::{AssembleError, Attempt, outgoing};
use crate::settings::options::CallSettings;

/// The headers that only the client sets, because a request without them is not understood or not trusted.
const OWN_HEADERS: [HeaderName; 3] = [HOST, CONTENT_LENGTH, AUTHORIZATION];

/// A call with everything that its attempts need.
pub(crate) struct Exchange {
    core: Arc<Core>,
    calls: Arc<CallSettings>,
    operation: &'static Operation,
    request: HttpRequest,
    mode: BodyMode,
    endpoint: Endpoint,
    trace: Trace,
}

impl Exchange {
    /// Prepares a call; nothing is sent.
    pub(crate) fn new(
        core: Arc<Core>,
        calls: Arc<CallSettings>,
        operation: &'static Operation,
        mut request: HttpRequest,
        mode: BodyMode,
    ) -> Result<Self, CallError> {
        request.headers.insert(USER_AGENT, core.user_agent.clone());
        finish(operation, &mut request, calls.compressed_from)?;
        for (name, value) in calls.headers.iter().filter(|(name, _)| !OWN_HEADERS.contains(name)) {
            request.headers.insert(name, value.clone());
        }
        let endpoint = core.endpoint(operation.service)?;
        let endpoint = match &request.host_prefix {
            Some(prefix) if calls.host_prefixes => endpoint.with_prefix(prefix)?,
            _ => endpoint,
        };
        let trace = Trace::start(operation);
        Ok(Self { core, calls, operation, request, mode, endpoint, trace })
    }

    /// Makes attempts until one is the last, or the time is up.
    pub(crate) async fn run(self) -> Result<Answer, CallError> {
        if self.calls.needs_timers() {
            require_runtime()?;
        }
        let outcome = within(self.calls.timeout, self.attempts()).await;
        let outcome = outcome.unwrap_or_else(|after| Err(self.failed(TransportError::CallTimeout(after))));
        self.trace.end(&outcome);
        outcome
    }

    async fn attempts(&self) -> Result<Answer, CallError> {
        let invocation = uuid();
        let mut session = self.core.retries.session(self.calls.retry);
        let (mut is_corrected, mut is_renewed) = (false, false);
        let mut number = 1;

        loop {
            if self.calls.pacing {
                self.core.pacer.admit(self.operation).await;
            }
            session.admit().await;
            let signed = self.core.skew.now();
            let attempt = Attempt { invocation: &invocation, number, max: self.calls.retry.attempts };
            let outcome = self.attempt(attempt, signed).await;
            self.trace.attempt(number, &outcome);

            if !is_corrected && self.corrects_clock(&outcome, signed) {
                is_corrected = true;
            } else if !is_renewed && self.renews_credentials(rejects_credentials(&outcome)).await {
                is_renewed = true;
            } else {
                let is_unknown = !self.operation.is_idempotent() && is_unknown(&outcome);
                if is_unknown && !self.calls.retry.retries_unknown {
                    return outcome;
                }
                let Some(delay) = session.after(number, self.verdict(&outcome)) else { return outcome };
                if is_unknown && let Some(on_unknown) = self.core.hooks.on_unknown {
                    on_unknown(self.operation);
                }
                drop(outcome);
                require_runtime()?;
                sleep(delay).await;
            }
            number = number.saturating_add(1);
        }
    }

    /// Sends the request once and reads the reply.
    async fn attempt(&self, attempt: Attempt<'_>, time: SystemTime) -> Result<Answer, CallError> {
        let authorization = self.core.authorization(self.operation, time).await?;
        let request = outgoing(&self.request, &self.endpoint, authorization, attempt, time);
        let mut request = request.map_err(|error| match error {
            AssembleError::Sign(error) => Error::Sign(error),
            AssembleError::TooLong => Error::Bind(BindError::TooLong),
        })?;
        request.extensions_mut().insert(self.operation);
        if let Some(on_attempt) = self.core.hooks.on_attempt {
            on_attempt(attempt.number);
        }

        let answer = within(self.calls.attempt_timeout, self.answer(request)).await;
        answer.unwrap_or_else(|after| Err(self.failed(TransportError::AttemptTimeout(after))))
    }

    /// Sends a request and reads the reply in the mode of the call. What a failed reply says is read here, once.
    async fn answer(&self, request: Request<Bytes>) -> Result<Answer, CallError> {
        let response = self.core.transport.send(request).await;
        let (head, body) = response.map_err(|error| self.failed(error))?.into_parts();
        let body = ByteStream::new(body, self.endpoint.name(), head.status, &head.headers);
        if self.mode == BodyMode::Stream && head.status.is_success() {
            return Ok(Answer::Stream(StreamReply { status: head.status, headers: head.headers, body }));
        }

        let body = body.collect(self.calls.body_limit).await?;
        Ok(Answer::Whole(Reply::new(head.status, head.headers, body)))
    }

    fn verdict(&self, outcome: &Result<Answer, CallError>) -> Verdict {
        match outcome {
            Ok(answer) => match answer.failure() {
                Some(failure) => Verdict::on_failure(failure, self.calls.retry),
                None => Verdict::Done,
            },
            Err(error) => Verdict::on_error(error, self.calls.retry),
        }
    }

    /// Whether the service rejected the time of a signature, which is then made again.
    fn corrects_clock(&self, outcome: &Result<Answer, CallError>, signed: SystemTime) -> bool {
        let Ok(answer) = outcome else { return false };
        answer.failure().is_some_and(|failure| self.core.skew.learn(failure, answer.date(), signed))
    }

    /// Whether the source can provide other credentials than those that the service rejected.
    async fn renews_credentials(&self, is_rejected: bool) -> bool {
        match self.core.credentials().filter(|_| is_rejected) {
            Some(source) => source.forget().await,
            None => false,
        }
    }

    fn failed(&self, error: TransportError) -> CallError {
        CallError::transport(error, &self.endpoint.name())
    }
}

/// Whether no response says what became of the request. A failure of the service is one that says so.
fn is_unknown(outcome: &Result<Answer, CallError>) -> bool {
    outcome.as_ref().is_err_and(CallError::may_have_happened)
}

/// Whether the service rejected the credentials as expired.
fn rejects_credentials(outcome: &Result<Answer, CallError>) -> bool {
    outcome.as_ref().ok().and_then(Answer::failure).is_some_and(Failure::is_expired_credentials)
}

/// Waits for a future, within a limit if there is one; the error is the limit.
async fn within<F: Future>(limit: Option<Duration>, future: F) -> Result<F::Output, Duration> {
    match limit {
        Some(limit) => timeout(limit, future).await.map_err(|_| limit),
        None => Ok(future.await),
    }
}
