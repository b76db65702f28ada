//! One call: attempts, until one of them is the last.

use std::future::Future;
use std::time::{Duration, SystemTime};

use apigw_spec::Operation;
use bytes::Bytes;
use http::header::USER_AGENT;
use tokio::time::{sleep, timeout};

use crate::call::reply::Reply;
use crate::call::retry::Verdict;
use crate::call::stream::{ByteStream, StreamReply};
use crate::call::trace::Trace;
use crate::client::Client;
use crate::config::endpoint::Endpoint;
use crate::error::{CallError, Error, Failure};
use crate::http::bind::BindError;
use crate::http::identifier::uuid;
use crate::http::request::HttpRequest;
use crate::http::transport::TransportError;
use crate::http::wire::{AssembleError, Attempt, outgoing};

/// How the body of a success is wanted. Failures are always read as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Whole,
    Stream,
}

/// An answer, as far as it was read.
pub(crate) struct Answer {
    /// The answer; its body is empty if it is read as it arrives.
    pub(crate) reply: Reply,
    /// The body that is read as it arrives.
    body: Option<ByteStream>,
}

impl Answer {
    /// The answer of a successful call that is read as it arrives.
    pub(crate) fn into_stream(self) -> Result<StreamReply, CallError> {
        let reply = self.reply;
        match self.body {
            Some(body) => Ok(StreamReply { status: reply.status, headers: reply.headers, body }),
            None => Err(CallError::service(reply.refusal())),
        }
    }
}

/// A call with all that its attempts need.
pub(crate) struct Exchange {
    client: Client,
    operation: &'static Operation,
    request: HttpRequest,
    wanted: Wanted,
    endpoint: Endpoint,
    trace: Trace,
}

impl Exchange {
    /// Prepares a call; nothing is sent.
    pub(crate) fn new(
        client: Client,
        operation: &'static Operation,
        mut request: HttpRequest,
        wanted: Wanted,
    ) -> Result<Self, CallError> {
        request.headers.insert(USER_AGENT, client.shared().user_agent.clone());
        let endpoint = client.endpoint(operation.service)?;
        let trace = Trace::start(operation);
        Ok(Self { client, operation, request, wanted, endpoint, trace })
    }

    /// Makes attempts until one is the last, or time is up.
    pub(crate) async fn run(self) -> Result<Answer, CallError> {
        let outcome = within(self.client.calls().timeout, self.attempts()).await;
        let outcome = outcome.unwrap_or_else(|after| Err(self.failed(TransportError::CallTimeout(after))));
        self.trace.end(&outcome);
        outcome
    }

    async fn attempts(&self) -> Result<Answer, CallError> {
        let (calls, shared) = (self.client.calls(), self.client.shared());
        let invocation = uuid();
        let mut course = shared.retries.course(calls.retry);
        let (mut is_corrected, mut is_renewed) = (false, false);
        let mut number = 1;
        loop {
            if calls.pacing {
                shared.pacer.admit(self.operation).await;
            }
            course.admit().await;
            if let Some(watcher) = shared.watcher {
                watcher(number);
            }
            let signed = shared.skew.now();
            let attempt = Attempt { invocation: &invocation, number, most: calls.retry.attempts };
            let outcome = self.attempt(attempt, signed).await;
            self.trace.attempt(number, &outcome);
            if !is_corrected && self.corrects_clock(&outcome, signed) {
                is_corrected = true;
            } else if !is_renewed && self.renews_credentials(failure(&outcome)).await {
                is_renewed = true;
            } else {
                let Some(delay) = course.after(number, self.verdict(&outcome)) else { return outcome };
                drop(outcome);
                sleep(delay).await;
            }
            number = number.saturating_add(1);
        }
    }

    /// Sends the request once and reads the answer as far as it is wanted.
    async fn attempt(&self, attempt: Attempt<'_>, time: SystemTime) -> Result<Answer, CallError> {
        let signer = self.client.signer(self.operation.service, time).await?;
        let request = outgoing(&self.request, &self.endpoint, signer, attempt, time);
        let mut request = request.map_err(|error| match error {
            AssembleError::Sign(error) => Error::Sign(error),
            AssembleError::TooLong => Error::Bind(BindError::TooLong),
        })?;
        request.extensions_mut().insert(self.operation);
        let answer = async {
            let answer = self.client.shared().transport.send(request).await;
            let (head, body) = answer.map_err(|error| self.failed(error))?.into_parts();
            let body = ByteStream::new(body, self.endpoint.to_string(), head.status, &head.headers);
            if self.wanted == Wanted::Stream && head.status.as_u16() < 300 {
                let reply = Reply { status: head.status, headers: head.headers, body: Bytes::new() };
                return Ok(Answer { reply, body: Some(body) });
            }
            let body = body.collect(self.client.calls().body_limit).await?;
            Ok(Answer { reply: Reply { status: head.status, headers: head.headers, body }, body: None })
        };
        let answer = within(self.client.calls().attempt_timeout, answer).await;
        answer.unwrap_or_else(|after| Err(self.failed(TransportError::AttemptTimeout(after))))
    }

    fn verdict(&self, outcome: &Result<Answer, CallError>) -> Verdict {
        let policy = self.client.calls().retry;
        match outcome {
            Ok(answer) => answer.reply.failure().map_or(Verdict::Done, |failure| Verdict::on_failure(&failure, policy)),
            Err(error) => Verdict::on_error(error, policy),
        }
    }

    /// Whether the service refused the time of a signature, which is then made again.
    fn corrects_clock(&self, outcome: &Result<Answer, CallError>, signed: SystemTime) -> bool {
        let Ok(Answer { reply, .. }) = outcome else { return false };
        let learns = |failure| self.client.shared().skew.learn(&failure, reply.header("date"), signed);
        reply.failure().is_some_and(learns)
    }

    /// Whether the service called the credentials expired and others can be had.
    async fn renews_credentials(&self, failure: Option<Failure>) -> bool {
        match (self.client.signatory(), failure) {
            (Some(signatory), Some(failure)) => signatory.renews(&failure.code).await,
            _ => false,
        }
    }

    fn failed(&self, error: TransportError) -> CallError {
        CallError::transport(error, self.endpoint.to_string())
    }
}

/// What the service said, if it answered with an error.
fn failure(outcome: &Result<Answer, CallError>) -> Option<Failure> {
    outcome.as_ref().ok().and_then(|answer| answer.reply.failure())
}

/// Waits for a future, within a limit if there is one; the error is the limit.
async fn within<F: Future>(limit: Option<Duration>, future: F) -> Result<F::Output, Duration> {
    match limit {
        Some(limit) => timeout(limit, future).await.map_err(|_| limit),
        None => Ok(future.await),
    }
}
