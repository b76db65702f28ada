//! A client that waits: the same calls as [`Client`](crate::Client)'s, for programs without an asynchronous runtime.
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
//! A thread that runs asynchronous tasks must not wait, so there every call is refused with
//! [`ConfigError::AsyncContext`]. Tokio cannot tell its threads for blocking work (`spawn_blocking`) from the others;
//! a program that has a runtime anyway is better served by the asynchronous client.

mod bytes;
mod pages;

use std::future::Future;
use std::sync::Arc;

use apigw_model::{Finish, Operation};
use apigw_spec::Service;
use apigw_spec::value::Members;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::yield_now;

use crate::call::reply::Reply;
use crate::client::Client as Asynchronous;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::error::{CallError, Error};
use crate::settings::options::CallOptions;

pub use bytes::{ByteReader, Streamed};
pub use pages::{Items, Pages};

/// A client whose calls wait for their answer. Clones are cheap and share connections; threads may call at once.
#[derive(Clone, Debug)]
pub struct Client {
    inner: Asynchronous,
    runtime: Arc<Own>,
}

impl Client {
    /// A client for the region, credentials and endpoint that the environment and the profile files say.
    ///
    /// # Errors
    ///
    /// If they are missing or cannot be understood.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::new(Asynchronous::from_env()?)
    }

    /// A client that does what an asynchronous one does.
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
    /// If the system gives no means to wait for events.
    pub fn new(inner: Asynchronous) -> Result<Self, ConfigError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| ConfigError::Runtime { reason: error.to_string() })?;
        Ok(Self { inner, runtime: Arc::new(Own(Some(runtime))) })
    }

    /// The same client with other options for its calls. Connections, quotas and the budget of retries are shared.
    #[must_use = "the client itself keeps its options"]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { inner: self.inner.with(options), runtime: Arc::clone(&self.runtime) }
    }

    /// Where requests to a service go.
    ///
    /// # Errors
    ///
    /// If no region is configured, or an endpoint that is no URL.
    pub fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        self.inner.endpoint(service)
    }

    /// Calls an operation with its finished input, as `request!` or a builder's `build` make it.
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
    /// Those of the operation, and [`ConfigError::AsyncContext`] on a thread that runs asynchronous tasks.
    pub fn send<I: Operation>(&self, input: &I) -> Result<I::Output, Error<I::ErrorKind>> {
        self.wait(|| self.inner.send(input))?
    }

    /// The raw door: calls an operation with any holder of its members, and gives the answer as it came, whatever its
    /// status. [`Reply::failure`] tells whether it is an error.
    ///
    /// # Errors
    ///
    /// If no answer came, and [`ConfigError::AsyncContext`] on a thread that runs asynchronous tasks.
    pub fn call(&self, operation: &'static apigw_spec::Operation, members: &dyn Members) -> Result<Reply, CallError> {
        self.wait(|| self.inner.call(operation, members))?
    }

    /// Waits for anything that the asynchronous client gives, such as a page.
    ///
    /// # Errors
    ///
    /// [`ConfigError::AsyncContext`] on a thread that runs asynchronous tasks.
    pub fn wait<F: Future>(&self, call: impl FnOnce() -> F) -> Result<F::Output, ConfigError> {
        let Some(runtime) = self.runtime.0.as_ref().filter(|_| Handle::try_current().is_err()) else {
            return Err(ConfigError::AsyncContext);
        };
        Ok(runtime.block_on(async {
            // Nothing ran since the last call: what happened to idle connections meanwhile is seen first.
            yield_now().await;
            yield_now().await;
            call().await
        }))
    }
}

impl<I: Operation> Finish<I> for Client {
    type Reply = Result<I::Output, Error<I::ErrorKind>>;

    fn finish(self, input: I) -> Self::Reply {
        self.send(&input)
    }
}

apigw_macros::client!(for Client, model = ::apigw_model);

/// The runtime, which may be dropped on any thread. It is there until then.
#[derive(Debug)]
struct Own(Option<Runtime>);

impl Drop for Own {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
