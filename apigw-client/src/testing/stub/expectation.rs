//! An expectation of a test: which calls it matches, and what they are answered with.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use apigw_model::{ErrorKind as _, Operation};
use bytes::Bytes;
use http::Request;

use crate::http::transport::TransportError;
use crate::testing::canned_response::CannedResponse;
use crate::testing::stub::state::{ExpectedCall, Matcher, State, Times, input_of, is_for};

/// An expectation that still needs its response.
///
/// ```
/// use apigw_client::stub::Stub;
/// use apigw_model::{GetAccount, GetRestApi, RestApi};
///
/// let stub = Stub::new();
/// stub.expect::<GetRestApi>().when(|input| input.rest_api_id == "a1b2c3").times(2).reply(&RestApi::default());
/// stub.expect::<GetAccount>().always().reject_as(429, "TooManyRequestsException", "Too Many Requests");
/// assert!(stub.verify().is_err(), "neither call was made");
/// ```
#[must_use = "a call is expected only once its response is set"]
pub struct Expectation<'s, I> {
    state: &'s Mutex<State>,
    matcher: Option<Matcher<I>>,
    times: Times,
}

impl<'s, I: Operation> Expectation<'s, I> {
    pub(super) fn new(state: &'s Mutex<State>) -> Self {
        Self { state, matcher: None, times: Times::Exactly(1) }
    }

    /// Matches only inputs for which the function returns true; by default every input matches.
    pub fn when(mut self, matcher: impl Fn(&I) -> bool + Send + 'static) -> Self {
        self.matcher = Some(Box::new(matcher));
        self
    }

    /// How often the call is expected; once by default.
    pub fn times(mut self, times: usize) -> Self {
        self.times = Times::Exactly(times);
        self
    }

    /// The call may be made any number of times, or not at all.
    pub fn always(mut self) -> Self {
        self.times = Times::Any;
        self
    }

    /// The call succeeds with an output.
    pub fn reply(self, output: &I::Output) {
        let canned = CannedResponse::output(I::OPERATION, output);
        self.respond_with(move || Ok(canned.clone()));
    }

    /// The service rejects the call with an error that the model lists for the operation. For any other error use
    /// [`reject_as`](Self::reject_as).
    ///
    /// ```
    /// use apigw_client::stub::Stub;
    /// use apigw_model::{GetRestApi, get_rest_api};
    ///
    /// let stub = Stub::new();
    /// stub.expect::<GetRestApi>().reject(get_rest_api::ErrorKind::NotFound, "Invalid API identifier specified");
    /// ```
    pub fn reject(self, kind: I::ErrorKind, message: &str) {
        let shapes = I::OPERATION.errors.iter().map(|error| error.shape());
        let listed = shapes.into_iter().find(|shape| I::ErrorKind::from_code(shape.name()) == kind);
        let status = listed.and_then(|shape| shape.structure().error).unwrap_or(500);
        self.reject_as(status, listed.map_or("InternalFailure", |shape| shape.name()), message);
    }

    /// The service rejects the call with a status and a code.
    pub fn reject_as(self, status: u16, code: &str, message: &str) {
        let canned = CannedResponse::error(status, code, message);
        self.respond_with(move || Ok(canned.clone()));
    }

    /// The service responds with a status and a body, which is labelled as JSON whatever it holds.
    pub fn respond(self, status: u16, body: impl Into<Bytes>) {
        let canned = CannedResponse::json(status, body.into());
        self.respond_with(move || Ok(canned.clone()));
    }

    /// The transport fails, so that no complete response arrives.
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
        self.respond_with(move || Err(failure()));
    }

    fn respond_with(self, response: impl Fn() -> Result<CannedResponse, TransportError> + Send + 'static) {
        let inputs = self.matcher;
        let matcher = move |request: &Request<Bytes>| {
            is_for::<I>(request) && inputs.as_ref().is_none_or(|matches| matches(&input_of::<I>(request)))
        };
        let expected = ExpectedCall {
            name: I::OPERATION.name,
            times: self.times,
            matcher: Box::new(matcher),
            response: Box::new(response),
        };
        // A test that panicked elsewhere left nothing half done in here.
        self.state.lock().unwrap_or_else(PoisonError::into_inner).expected.push(expected);
    }
}

impl<I: Operation> fmt::Debug for Expectation<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expectation")
            .field("operation", &I::OPERATION.name)
            .field("times", &self.times)
            .finish_non_exhaustive()
    }
}
