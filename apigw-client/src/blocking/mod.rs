//! A blocking client: the same calls as those of [`Client`](crate::Client), for programs without an async runtime.
//!
//! ```no_run
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = apigw_client::blocking::Client::from_env()?;
//! let api = client.create_rest_api().name("pets").send()?;
//! println!("{:?}", api.id);
//! # Ok(())
//! # }
//! ```
//!
//! A thread of an async runtime must not block, so every call there fails with [`ConfigError::AsyncContext`], on threads of
//! `spawn_blocking` too, which Tokio does not distinguish. A program that has a runtime uses the async client.
//!
//! May import `client`, `paginate` and everything below them.

mod bytes;
#[cfg(feature = "event-stream")]
mod events;
mod pages;

use std::future::Future;
use std::sync::Arc;

use apigw_model::{Finish, Operation};
use apigw_spec::Service;
use apigw_spec::value::Members;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::yield_now;

use crate::call::reply::Reply;
use crate::client::Client as AsyncClient;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::error::{CallError, Error};
use crate::settings::options::CallOptions;

pub use bytes::{ByteReader, Streamed};
#[cfg(feature = "event-stream")]
pub use events::{Events, StreamedEvents};
pub use pages::{Items, Pages};

/// A client whose calls block until the reply arrives. Clones are cheap and share connections; many threads may call at
/// the same time.
///
/// ```no_run
/// let client = apigw_client::blocking::Client::from_env()?;
/// for api in client.get_rest_apis().paginate().items() {
///     println!("{:?}", api?.name);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    inner: AsyncClient,
    runtime: Arc<OwnedRuntime>,
}

impl Client {
    /// A client for the region, credentials and endpoint that the environment and the profile files configure.
    ///
    /// # Errors
    ///
    /// If they are missing or invalid.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::new(AsyncClient::from_env()?)
    }

    /// A client that makes the calls of an async client.
    ///
    /// ```
    /// use apigw_client::{Client, Environment, blocking};
    ///
    /// let builder = Client::builder().environment(Environment::empty()).endpoint_url("http://localhost:4566");
    /// let client = blocking::Client::new(builder.unsigned().build()?)?;
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the runtime of the client cannot be started.
    pub fn new(inner: AsyncClient) -> Result<Self, ConfigError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| ConfigError::Runtime { reason: error.to_string() })?;
        Ok(Self { inner, runtime: Arc::new(OwnedRuntime(Some(runtime))) })
    }

    /// The same client with other options for its calls. Connections, quotas and the retry budget are shared.
    #[must_use = "the client itself keeps its options"]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { inner: self.inner.with(options), runtime: Arc::clone(&self.runtime) }
    }

    /// The endpoint that requests to a service are sent to.
    ///
    /// # Errors
    ///
    /// If no region is configured, or the configured endpoint is not a URL.
    pub fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        self.inner.endpoint(service)
    }

    /// Calls an operation with a complete input, as `request!` or a builder's `build` make it.
    ///
    /// ```no_run
    /// # fn example(client: apigw_client::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let input = apigw_model::GetRestApi::builder().rest_api_id("1234123412").build();
    /// println!("{:?}", client.send(&input)?.name);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`ConfigError::AsyncContext`] inside an async runtime.
    pub fn send<I: Operation>(&self, input: &I) -> Result<I::Output, Error<I::ErrorKind>> {
        self.wait(|| self.inner.send(input))?
    }

    /// The low-level API: calls an operation with any holder of its members, unvalidated, and returns the reply as it
    /// came, whatever its status. [`Reply::failure`] says whether it is an error.
    ///
    /// # Errors
    ///
    /// If no reply arrived, and [`ConfigError::AsyncContext`] inside an async runtime.
    pub fn call(&self, operation: &'static apigw_spec::Operation, members: &dyn Members) -> Result<Reply, CallError> {
        self.wait(|| self.inner.call(operation, members))?
    }

    /// Blocks on a future of the async client, such as a page.
    ///
    /// ```no_run
    /// # fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let blocking = apigw_client::blocking::Client::new(client.clone())?;
    /// let (account, apis) = blocking.wait(|| async { (client.get_account().send().await, client.get_rest_apis().send().await) })?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ConfigError::AsyncContext`] inside an async runtime.
    pub fn wait<F: Future>(&self, call: impl FnOnce() -> F) -> Result<F::Output, ConfigError> {
        let Some(runtime) = self.runtime.0.as_ref().filter(|_| Handle::try_current().is_err()) else {
            return Err(ConfigError::AsyncContext);
        };
        Ok(runtime.block_on(async {
            // Nothing ran since the last call: connections that were closed in the meantime are noticed first.
            yield_now().await;
            yield_now().await;
            call().await
        }))
    }
}

/// The next item of an iterator that waits for each. That it cannot wait is the last item, after which there is no client.
fn next_item<T, E, F>(client: &mut Option<Client>, next: impl FnOnce() -> F) -> Option<Result<T, E>>
where
    E: From<ConfigError>,
    F: Future<Output = Option<Result<T, E>>>,
{
    client.as_ref()?.wait(next).unwrap_or_else(|error| {
        *client = None;
        Some(Err(error.into()))
    })
}

impl<I: Operation> Finish<I> for Client {
    type Reply = Result<I::Output, Error<I::ErrorKind>>;

    fn finish(self, input: I) -> Self::Reply {
        self.send(&input)
    }
}

apigw_macros::client!(for Client, model = ::apigw_model);

/// The runtime, which may be dropped on any thread. It is `Some` until then.
#[derive(Debug)]
struct OwnedRuntime(Option<Runtime>);

impl Drop for OwnedRuntime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
