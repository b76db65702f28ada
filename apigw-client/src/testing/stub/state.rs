//! What a stub has in store and what it received.

use std::fmt;

use apigw_model::Operation;
use bytes::Bytes;
use http::Request;

use crate::http::transport::{self, TransportError};
use crate::testing::canned_response::CannedResponse;
use crate::testing::unbind::unbind;

/// Whether an expectation matches an input or a request.
pub(super) type Matcher<T> = Box<dyn Fn(&T) -> bool + Send>;

/// What a stub has in store and what it received.
#[derive(Default)]
pub(super) struct State {
    pub(super) expected: Vec<ExpectedCall>,
    pub(super) requests: Vec<Request<Bytes>>,
    pub(super) unexpected: Vec<&'static str>,
}

impl State {
    /// The response to a request, which is recorded.
    pub(super) fn respond(&mut self, request: Request<Bytes>) -> Result<CannedResponse, TransportError> {
        let found = self.expected.iter_mut().find_map(|expected| expected.respond(&request));
        let response = found.unwrap_or_else(|| {
            let name = transport::operation(&request).map_or("an unknown operation", |operation| operation.name);
            self.unexpected.push(name);
            let message = format!("no response is left for this call of `{name}`; `expect` it");
            Ok(CannedResponse::error(501, "UnexpectedCall", &message))
        });
        self.requests.push(request);
        response
    }
}

/// How often a call is expected.
#[derive(Debug, Clone, Copy)]
pub(super) enum Times {
    Exactly(usize),
    /// Any number of times, none included.
    Any,
}

/// An expected call with its response.
pub(super) struct ExpectedCall {
    pub(super) name: &'static str,
    /// How often it is still expected.
    pub(super) times: Times,
    pub(super) matcher: Matcher<Request<Bytes>>,
    pub(super) response: Box<dyn Fn() -> Result<CannedResponse, TransportError> + Send>,
}

impl ExpectedCall {
    /// How often it was expected and did not come.
    pub(super) fn missing(&self) -> Option<usize> {
        if let Times::Exactly(times @ 1..) = self.times { Some(times) } else { None }
    }

    /// The response to a request, if it matches and a response is left.
    fn respond(&mut self, request: &Request<Bytes>) -> Option<Result<CannedResponse, TransportError>> {
        if matches!(self.times, Times::Exactly(0)) || !(self.matcher)(request) {
            return None;
        }
        if let Times::Exactly(times) = &mut self.times {
            *times -= 1;
        }
        Some((self.response)())
    }
}

impl fmt::Debug for ExpectedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExpectedCall")
            .field("operation", &self.name)
            .field("times", &self.times)
            .finish_non_exhaustive()
    }
}

/// Whether a request is a call of the operation.
pub(super) fn is_for<I: Operation>(request: &Request<Bytes>) -> bool {
    transport::operation(request).is_some_and(|operation| std::ptr::eq(operation, I::OPERATION))
}

/// The input that a request was made from.
pub(super) fn input_of<I: Operation>(request: &Request<Bytes>) -> I {
    let mut input = I::placeholder();
    unbind(I::OPERATION, request, &mut input);
    input
}
