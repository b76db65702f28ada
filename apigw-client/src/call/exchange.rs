//! One call: attempts, until one of them is the last.

use std::future::Future;
use std::sync::Arc;
#[cfg(feature = "event-stream")]
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use apigw_spec::Operation;
#[cfg(feature = "event-stream")]
use apigw_spec::Shape;
#[cfg(feature = "event-stream")]
use apigw_spec::value::ToValue;
#[cfg(feature = "event-stream")]
use bytes::Bytes;
#[cfg(feature = "event-stream")]
use futures_core::Stream;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST, HeaderName, USER_AGENT};
#[cfg(feature = "event-stream")]
use http::{HeaderMap, Request};
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
#[cfg(feature = "event-stream")]
use crate::http::live::{LiveBody, Messages, messages};
use crate::http::request::HttpRequest;
#[cfg(feature = "event-stream")]
use crate::http::sign::chain::Chain;
#[cfg(feature = "event-stream")]
use crate::http::transport::Body;
use crate::http::transport::{ResponseFuture, TransportError};
#[cfg(feature = "event-stream")]
use crate::http::wire::RequestAuth;
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
    /// The events that are sent as they are made, until the first attempt takes them.
    #[cfg(feature = "event-stream")]
    live: Option<Mutex<Option<Messages>>>,
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

        Ok(Self {
            core,
            calls,
            operation,
            request,
            mode,
            endpoint,
            trace,
            #[cfg(feature = "event-stream")]
            live: None,
        })
    }

    /// The same with events that are sent as they are made. There is one attempt, since they are made once.
    #[cfg(feature = "event-stream")]
    pub(crate) fn with_stream<E>(mut self, input: &'static Shape, events: E) -> Result<Self, BindError>
    where
        E: Stream<Item: ToValue> + Send + 'static,
    {
        if let Some((index, union)) = input.events() {
            let member = input.members().get(index).map_or("", |member| member.name);
            let first = std::mem::take(&mut self.request.body);
            self.live = Some(Mutex::new(Some(messages(first, union, member, events)?)));
        }
        Ok(self)
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
            #[cfg(feature = "event-stream")]
            if self.live.is_some() {
                // Events are made once, so this attempt was the last; what it teaches is for other calls.
                self.corrects_clock(&outcome, signed);
                self.renews_credentials(rejects_credentials(&outcome)).await;
                session.after(self.calls.retry.attempts, self.verdict(&outcome));
                return outcome;
            }

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
        #[cfg(feature = "event-stream")]
        let chain = match &authorization {
            RequestAuth::Signed(signer) => self.live.as_ref().map(|_| signer.chain()),
            _ => None,
        };
        let request = outgoing(&self.request, &self.endpoint, authorization, attempt, time);
        let mut request = request.map_err(|error| match error {
            AssembleError::Sign(error) => Error::Sign(error),
            AssembleError::TooLong => Error::Bind(BindError::TooLong),
        })?;
        request.extensions_mut().insert(self.operation);
        if let Some(on_attempt) = self.core.hooks.on_attempt {
            on_attempt(attempt.number);
        }

        #[cfg(feature = "event-stream")]
        let response = match self.live.as_ref().and_then(|live| live.lock().ok()?.take()) {
            Some(messages) => self.exchange(request, messages, chain),
            None => self.core.transport.send(request),
        };
        #[cfg(not(feature = "event-stream"))]
        let response = self.core.transport.send(request);
        let answer = within(self.calls.attempt_timeout, self.answer(response)).await;
        answer.unwrap_or_else(|after| Err(self.failed(TransportError::AttemptTimeout(after))))
    }

    /// Sends the request with a body of events, which are signed as they are made.
    #[cfg(feature = "event-stream")]
    fn exchange(
        &self,
        request: Request<Bytes>,
        messages: Messages,
        chain: Option<impl FnOnce(&HeaderMap) -> Chain>,
    ) -> ResponseFuture {
        let (mut head, _) = request.into_parts();
        head.headers.remove(CONTENT_LENGTH);
        let chain = chain.map(|chain| chain(&head.headers));
        let core = Arc::clone(&self.core);
        let body = LiveBody::new(messages, chain, move || core.skew.now());
        let explained = body.explains();
        explained(self.core.transport.exchange(Request::from_parts(head, Body::new(body))))
    }

    /// Reads the reply in the mode of the call. What a failed reply says is read here, once.
    async fn answer(&self, response: ResponseFuture) -> Result<Answer, CallError> {
        let (head, body) = response.await.map_err(|error| self.failed(error))?.into_parts();
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
