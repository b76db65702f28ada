//! A stub of the service, for tests that need no server: typed replies, and the calls that were made.
//!
//! ```
//! use apigw_client::Client;
//! use apigw_client::stub::Stub;
//! use apigw_model::{GetRestApi, RestApi};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let stub = Stub::new();
//! let mut api = RestApi::default();
//! api.name = Some("pets".to_owned());
//! stub.expect::<GetRestApi>().when(|input| input.rest_api_id == "a1b2c3").reply(&api);
//!
//! let client = Client::from_stub(&stub);
//! assert_eq!(client.get_rest_api().rest_api_id("a1b2c3").send().await?, api);
//! assert_eq!(stub.calls::<GetRestApi>().len(), 1);
//! stub.verify()?;
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod expectation;
mod state;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use apigw_model::Operation;
use bytes::Bytes;
use http::Request;
#[cfg(feature = "event-stream")]
use http_body_util::BodyExt as _;

use crate::call::core::Hooks;
use crate::client::Client;
use crate::config::user_agent;
#[cfg(feature = "event-stream")]
use crate::http::transport::Body;
use crate::http::transport::{ResponseFuture, Transport};
use crate::settings::resolved::ClientSettings;
use crate::testing::canned_response::CannedResponse;
pub use expectation::Expectation;
use state::{State, input_of, is_for};

/// A stub of the service. Clones are the same stub.
///
/// ```
/// use apigw_client::{Client, stub::Stub};
/// use apigw_model::{Account, GetAccount};
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<GetAccount>().reply(&Account::default());
/// assert!(Client::from_stub(&stub).get_account().send().await.is_ok());
/// assert_eq!(stub.verify(), Ok(()));
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
///
/// A call gets the response of the first expectation that matches its operation and input and has responses left. A
/// call that no expectation matches ends with the error `UnexpectedCall`, and [`verify`](Self::verify) reports it.
#[derive(Clone, Default)]
pub struct Stub {
    state: Arc<Mutex<State>>,
}

/// The difference between the calls that a test expected and those that were made.
///
/// ```
/// use apigw_client::stub::Stub;
/// use apigw_model::{Account, GetAccount};
///
/// let stub = Stub::new();
/// stub.expect::<GetAccount>().reply(&Account::default());
/// let unmet = stub.verify().unwrap_err();
/// assert_eq!(unmet.missing, [("GetAccount", 1)]);
/// assert_eq!(unmet.to_string(), "`GetAccount` was expected once more");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unmet {
    /// The operations that were called less often than expected, and how many calls are missing.
    pub missing: Vec<(&'static str, usize)>,
    /// The operations of the calls that no expectation matched.
    pub unexpected: Vec<&'static str>,
}

impl Stub {
    /// A stub that expects no calls yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Expects a call of the operation, once by default.
    pub fn expect<I: Operation>(&self) -> Expectation<'_, I> {
        Expectation::new(&self.state)
    }

    /// The inputs of all calls of the operation, in order, as they were sent.
    pub fn calls<I: Operation>(&self) -> Vec<I> {
        let state = self.lock();
        let calls = state.requests.iter().filter(|request| is_for::<I>(request));
        calls.map(|request| input_of::<I>(request)).collect()
    }

    /// All requests, in order, as they were sent.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Checks that every expected call was made, and no other.
    ///
    /// # Errors
    ///
    /// The missing and the unexpected calls.
    pub fn verify(&self) -> Result<(), Unmet> {
        let state = self.lock();
        let missing = state.expected.iter().filter_map(|expected| Some((expected.name, expected.missing()?)));
        let unmet = Unmet { missing: missing.collect(), unexpected: state.unexpected.clone() };
        if unmet.missing.is_empty() && unmet.unexpected.is_empty() { Ok(()) } else { Err(unmet) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that panicked elsewhere left nothing half done in here.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Stub {
    fn send(&self, request: Request<Bytes>) -> ResponseFuture {
        let response = self.lock().respond(request);
        Box::pin(async move { response.map(CannedResponse::into_response) })
    }

    /// Answers when all events were sent.
    #[cfg(feature = "event-stream")]
    fn exchange(&self, request: Request<Body>) -> ResponseFuture {
        let stub = self.clone();
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await?.to_bytes();
            stub.send(Request::from_parts(head, body)).await
        })
    }
}

impl Client {
    /// A client of a stub. Its calls are unsigned and not retried; for a client that signs or retries, give the stub to
    /// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
    pub fn from_stub(stub: &Stub) -> Self {
        Self::new(ClientSettings::of_double(), user_agent::default(), Arc::new(stub.clone()), Hooks::default())
    }
}

impl fmt::Debug for Stub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("Stub")
            .field("expected", &state.expected)
            .field("requests", &state.requests.len())
            .field("unexpected", &state.unexpected)
            .finish()
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let missing = self.missing.iter().map(|(name, count)| match count {
            1 => format!("`{name}` was expected once more"),
            count => format!("`{name}` was expected {count} more times"),
        });
        let unexpected = self.unexpected.iter().map(|name| format!("`{name}` was called unexpectedly"));
        f.write_str(&missing.chain(unexpected).collect::<Vec<_>>().join("; "))
    }
}

impl std::error::Error for Unmet {}
