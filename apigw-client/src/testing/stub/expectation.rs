//! What is expected of a test's calls, and what they are answered with.

use std::fmt;

use apigw_model::{ErrorKind as _, Operation};
use bytes::Bytes;
use http::Request;

use crate::http::transport::TransportError;
use crate::testing::stub::answer::Canned;
use crate::testing::stub::{Stub, input_of, is_for};

/// Whether an input or a request is meant.
type IsMeant<T> = Box<dyn Fn(&T) -> bool + Send>;

/// An expectation that still needs its answer.
#[must_use = "nothing is expected before it is said what the answer is"]
pub struct Expectation<'s, I> {
    stub: &'s Stub,
    when: Option<IsMeant<I>>,
    times: Times,
}

/// How often a call is expected.
#[derive(Debug, Clone, Copy)]
enum Times {
    /// This often.
    Exactly(usize),
    /// Any number of times, none included.
    Any,
}

impl<'s, I: Operation> Expectation<'s, I> {
    pub(super) fn new(stub: &'s Stub) -> Self {
        Self { stub, when: None, times: Times::Exactly(1) }
    }

    /// For which inputs; for all if nothing is said.
    pub fn when(mut self, is_meant: impl Fn(&I) -> bool + Send + 'static) -> Self {
        self.when = Some(Box::new(is_meant));
        self
    }

    /// How often it is expected.
    pub fn times(mut self, times: usize) -> Self {
        self.times = Times::Exactly(times);
        self
    }

    /// It may come any number of times, and need not come at all.
    pub fn always(mut self) -> Self {
        self.times = Times::Any;
        self
    }

    /// The call succeeds with an output.
    pub fn reply(self, output: &I::Output) {
        let canned = Canned::output(I::OPERATION, output);
        self.answer_with(move || Ok(canned.clone()));
    }

    /// The service refuses, with an error that the model lists for the operation. One that it does not list is
    /// [`refuse_as`](Self::refuse_as)'s.
    pub fn refuse(self, kind: I::ErrorKind, message: &str) {
        let shapes = I::OPERATION.errors.iter().map(|error| error.shape());
        let listed = shapes.into_iter().find(|shape| I::ErrorKind::from_code(shape.name()) == kind);
        let status = listed.and_then(|shape| shape.structure().error).unwrap_or(500);
        self.refuse_as(status, listed.map_or("InternalFailure", |shape| shape.name()), message);
    }

    /// The service refuses, with any status and code.
    pub fn refuse_as(self, status: u16, code: &str, message: &str) {
        let canned = Canned::error(status, code, message);
        self.answer_with(move || Ok(canned.clone()));
    }

    /// The service answers with this status and this JSON, whatever it is.
    pub fn answer(self, status: u16, body: impl Into<Bytes>) {
        let canned = Canned::json(status, body.into());
        self.answer_with(move || Ok(canned.clone()));
    }

    /// No whole answer comes.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use apigw_client::{TransportError, stub::Stub};
    /// use apigw_model::GetAccount;
    ///
    /// let stub = Stub::new();
    /// stub.expect::<GetAccount>().fail(|| TransportError::ReadTimeout(Duration::from_mins(1)));
    /// ```
    pub fn fail(self, failure: impl Fn() -> TransportError + Send + 'static) {
        self.answer_with(move || Err(failure()));
    }

    fn answer_with(self, answer: impl Fn() -> Result<Canned, TransportError> + Send + 'static) {
        let when = self.when;
        let is_meant = move |request: &Request<Bytes>| {
            is_for::<I>(request) && when.as_ref().is_none_or(|when| when(&input_of::<I>(request)))
        };
        let expected = Expected {
            name: I::OPERATION.name,
            times: self.times,
            is_meant: Box::new(is_meant),
            answer: Box::new(answer),
        };
        self.stub.lock().expected.push(expected);
    }
}

impl<I: Operation> fmt::Debug for Expectation<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expectation").field("operation", &I::OPERATION.name).field("times", &self.times).finish()
    }
}

/// An expectation with its answer.
pub(super) struct Expected {
    name: &'static str,
    /// How often it is still expected.
    times: Times,
    is_meant: IsMeant<Request<Bytes>>,
    answer: Box<dyn Fn() -> Result<Canned, TransportError> + Send>,
}

impl Expected {
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// How often it was expected and did not come.
    pub(super) fn missing(&self) -> Option<usize> {
        if let Times::Exactly(times @ 1..) = self.times { Some(times) } else { None }
    }

    /// The answer to a request, if it is meant and there is one left.
    pub(super) fn answer(&mut self, request: &Request<Bytes>) -> Option<Result<Canned, TransportError>> {
        if matches!(self.times, Times::Exactly(0)) || !(self.is_meant)(request) {
            return None;
        }
        if let Times::Exactly(times) = &mut self.times {
            *times -= 1;
        }
        Some((self.answer)())
    }
}

impl fmt::Debug for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expected").field("operation", &self.name).field("times", &self.times).finish_non_exhaustive()
    }
}
