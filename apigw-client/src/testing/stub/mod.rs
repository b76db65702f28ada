//! A double of the service, for tests that need no server: typed replies, and the calls that were made.
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

mod answer;
mod expectation;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use apigw_model::Operation;
use bytes::Bytes;
use http::Request;

use crate::client::Client;
use crate::config::user_agent;
use crate::http::transport::{self, Answer, Transport};
use crate::settings::resolved::Settings;
use crate::testing::unbind::unbind;
pub(crate) use answer::Canned;
pub use expectation::Expectation;
use expectation::Expected;

/// A double of the service. Clones are the same double.
///
/// A call is answered by the first expectation that is for its operation and input and has answers left. A call that
/// nothing is left for is answered with the error `UnexpectedCall`, and remembered for [`verify`](Self::verify).
#[derive(Clone, Default)]
pub struct Stub {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    expected: Vec<Expected>,
    requests: Vec<Request<Bytes>>,
    unexpected: Vec<&'static str>,
}

/// What a test expected and what was called instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// The operations that were expected more often than they were called, and how often they were not.
    pub missing: Vec<(&'static str, usize)>,
    /// The operations of calls that nothing was expected or left for.
    pub unexpected: Vec<&'static str>,
}

impl Stub {
    /// A double that expects nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what a call of the operation is answered with; once, if nothing else is said.
    pub fn expect<I: Operation>(&self) -> Expectation<'_, I> {
        Expectation::new(self)
    }

    /// The inputs of all calls of the operation, in their order, as they were sent.
    pub fn calls<I: Operation>(&self) -> Vec<I> {
        let state = self.lock();
        let calls = state.requests.iter().filter(|request| is_for::<I>(request));
        calls.map(|request| input_of::<I>(request)).collect()
    }

    /// All requests, in their order, as they were sent.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Whether everything came that was expected, and nothing else.
    ///
    /// # Errors
    ///
    /// What did not come, and what else did.
    pub fn verify(&self) -> Result<(), Unmet> {
        let state = self.lock();
        let missing = state.expected.iter().filter_map(|expected| Some((expected.name(), expected.missing()?)));
        let unmet = Unmet { missing: missing.collect(), unexpected: state.unexpected.clone() };
        if unmet.missing.is_empty() && unmet.unexpected.is_empty() { Ok(()) } else { Err(unmet) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that failed elsewhere left nothing half done in here.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the request is a call of the operation.
fn is_for<I: Operation>(request: &Request<Bytes>) -> bool {
    transport::operation(request).is_some_and(|operation| std::ptr::eq(operation, I::OPERATION))
}

/// The input that a request was made of.
fn input_of<I: Operation>(request: &Request<Bytes>) -> I {
    let mut input = I::blank();
    unbind(I::OPERATION, request, &mut input);
    input
}

impl Transport for Stub {
    fn send(&self, request: Request<Bytes>) -> Answer {
        let mut state = self.lock();
        let found = state.expected.iter_mut().find_map(|expected| expected.answer(&request));
        let answer = found.unwrap_or_else(|| {
            let name = transport::operation(&request).map_or("an unknown operation", |operation| operation.name);
            state.unexpected.push(name);
            let message = format!("nothing is expected or left for this call of `{name}`; `expect` it");
            Ok(Canned::error(501, "UnexpectedCall", &message))
        });
        state.requests.push(request);
        drop(state);
        Box::pin(async move { answer.map(Canned::into_response) })
    }
}

impl Client {
    /// A client of a double. Its calls are unsigned and tried once; a client that tries again or signs is made by
    /// giving the double to [`ClientBuilder::transport`](crate::ClientBuilder::transport).
    pub fn from_stub(stub: &Stub) -> Self {
        Self::new(Settings::of_double(), user_agent::default(), Arc::new(stub.clone()), None)
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
            1 => format!("a call of `{name}` was expected and did not come"),
            count => format!("{count} calls of `{name}` were expected and did not come"),
        });
        let unexpected = self.unexpected.iter().map(|name| format!("a call of `{name}` came and was not expected"));
        f.write_str(&missing.chain(unexpected).collect::<Vec<_>>().join("; "))
    }
}

impl std::error::Error for Unmet {}
