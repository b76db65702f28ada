//! The client: one way to call every operation.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use apigw_model::{Finish, FinishStream, Operation, Streaming};
use apigw_spec::Service;
use apigw_spec::value::Members;
use http::HeaderValue;

use crate::builder::ClientBuilder;
use crate::call::exchange::{Exchange, Wanted};
use crate::call::future::{Call, read_stream, read_whole};
use crate::call::pacing::Pacer;
use crate::call::reply::Reply;
use crate::call::retry::Retries;
use crate::call::skew::Skew;
use crate::call::stream::{StreamReply, Streamed};
use crate::call::validate::judge;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::credentials::identity::Signatory;
use crate::error::{CallError, Error};
use crate::http::bind::bind;
use crate::http::sign::Keys;
use crate::http::transport::Transport;
use crate::http::wire::Signer;
use crate::settings::options::{CallOptions, CallSettings};
use crate::settings::resolved::Settings;

/// A client of the service. Clones are cheap and share connections.
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let client = apigw_client::Client::from_env()?;
/// let integration = client
///     .put_integration()
///     .rest_api_id("1234123412")
///     .resource_id("a1b2c3")
///     .http_method("GET")
///     .r#type(apigw_model::IntegrationType::HttpProxy)
///     .integration_http_method("GET")
///     .uri("https://domain.tld/path")
///     .send()
///     .await?;
/// println!("{:?}", integration.passthrough_behavior);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    calls: Arc<CallSettings>,
}

/// What the clones of a client have in common.
pub(crate) struct Shared {
    settings: Settings,
    pub(crate) user_agent: HeaderValue,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) retries: Retries,
    pub(crate) pacer: Pacer,
    pub(crate) skew: Skew,
    keys: Keys,
    /// Who wants to know of each attempt.
    pub(crate) watcher: Option<fn(u32)>,
    /// The endpoint of the service that was called first, which is nearly always the only one.
    endpoint: OnceLock<(&'static str, Endpoint)>,
}

/// The future of an answer of the raw door.
pub type PendingReply = Pending<Reply>;

/// The future of an answer of the raw door that is read as it arrives.
pub type PendingStream = Pending<StreamReply>;

type Pending<T> = Pin<Box<dyn Future<Output = Result<T, CallError>> + Send>>;

impl Client {
    /// A client for the region, credentials and endpoint that the environment and the profile files say.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().build()
    }

    /// Starts a client whose settings differ from the environment's.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(crate) fn new(
        settings: Settings,
        user_agent: HeaderValue,
        transport: Arc<dyn Transport>,
        watcher: Option<fn(u32)>,
    ) -> Self {
        let calls = Arc::new(settings.calls.clone());
        let retries = Retries::new(settings.jitter_seed);
        let (pacer, skew, keys, endpoint) = (Pacer::default(), Skew::default(), Keys::default(), OnceLock::new());
        let shared = Shared { settings, user_agent, transport, retries, pacer, skew, keys, watcher, endpoint };
        Self { shared: Arc::new(shared), calls }
    }

    /// The same client with other options for its calls. Connections, quotas and the budget of retries are shared.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_client::{CallOptions, Validation};
    ///
    /// let trusting = client.with(CallOptions::new().validation(Validation::Off));
    /// let account = trusting.get_account().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "the client itself keeps its options"]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { shared: Arc::clone(&self.shared), calls: Arc::new(self.calls.with(options)) }
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    pub(crate) fn calls(&self) -> &CallSettings {
        &self.calls
    }

    /// Where requests to a service go.
    pub fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        if let Some((known, endpoint)) = self.shared.endpoint.get()
            && *known == service.sdk_id
        {
            return Ok(endpoint.clone());
        }
        let endpoint = self.shared.settings.endpoint(service)?;
        let (known, first) = self.shared.endpoint.get_or_init(|| (service.sdk_id, endpoint.clone()));
        Ok(if *known == service.sdk_id { first.clone() } else { endpoint })
    }

    /// Calls an operation with its finished input, as `request!` or a builder's `build` make it. An input that breaks
    /// rules of the service is not sent, unless [`Validation`](crate::Validation) says so.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let input = apigw_model::GetRestApi::builder().rest_api_id("1234123412").build();
    /// let api = client.send(&input).await?;
    /// println!("{:?}", api.name);
    /// # Ok(())
    /// # }
    /// ```
    pub fn send<I: Operation>(&self, input: &I) -> Call<I> {
        Call::new(self.judged(input, Wanted::Whole), read_whole)
    }

    /// The raw door: calls an operation with any holder of its members, and gives the answer as it came, whatever its
    /// status. [`Reply::failure`] tells whether it is an error.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_model::{GetRestApi, Operation as _};
    ///
    /// let input = GetRestApi::builder().rest_api_id("1234123412").build();
    /// let reply = client.call(GetRestApi::OPERATION, &input).await?;
    /// println!("{} {}", reply.status, String::from_utf8_lossy(&reply.body));
    /// # Ok(())
    /// # }
    /// ```
    pub fn call(&self, operation: &'static apigw_spec::Operation, members: &dyn Members) -> PendingReply {
        let exchange = self.exchange(operation, members, Wanted::Whole);
        Box::pin(async move { Ok(exchange?.run().await?.reply) })
    }

    /// The raw door to answers that are read as they arrive. A failure is an error here.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_model::{GetExport, Operation as _};
    ///
    /// let input = GetExport::builder().rest_api_id("x").stage_name("prod").export_type("oas30").build();
    /// let mut reply = client.call_streaming(GetExport::OPERATION, &input).await?;
    /// while let Some(bytes) = reply.body.chunk().await? {
    ///     println!("{} bytes", bytes.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn call_streaming(&self, operation: &'static apigw_spec::Operation, members: &dyn Members) -> PendingStream {
        let exchange = self.exchange(operation, members, Wanted::Stream);
        Box::pin(async move { exchange?.run().await?.into_stream() })
    }

    /// Calls an operation whose output is a stream of bytes, and reads them as they arrive.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let input = apigw_model::GetSdk::builder().rest_api_id("x").stage_name("prod").sdk_type("javascript").build();
    /// let sdk = client.stream(&input).await?;
    /// println!("{:?}, {:?} bytes", sdk.output.content_type, sdk.body.remaining());
    /// # Ok(())
    /// # }
    /// ```
    pub fn stream<I: Streaming>(&self, input: &I) -> Call<I, Streamed<I::Output>> {
        Call::new(self.judged(input, Wanted::Stream), read_stream)
    }

    /// The exchange of a typed door, if the input is good for it.
    fn judged<I: Operation>(&self, input: &I, wanted: Wanted) -> Result<Exchange, CallError> {
        judge(input, &self.calls).map_err(Error::Invalid)?;
        self.exchange(I::OPERATION, input, wanted)
    }

    fn exchange(
        &self,
        operation: &'static apigw_spec::Operation,
        members: &dyn Members,
        wanted: Wanted,
    ) -> Result<Exchange, CallError> {
        Exchange::new(self.clone(), operation, bind(operation, members)?, wanted)
    }

    /// Who signs; `None` if requests go out unsigned.
    pub(crate) fn signatory(&self) -> Option<&Signatory> {
        self.shared.settings.signatory.as_ref()
    }

    /// Who signs now, and for what.
    pub(crate) async fn signer(
        &self,
        service: &'static Service,
        now: SystemTime,
    ) -> Result<Option<Signer<'_>>, ConfigError> {
        let Some(signatory) = self.signatory() else { return Ok(None) };
        let credentials = signatory.credentials(now).await?;
        let region = self.shared.settings.signing_region()?;
        Ok(Some(Signer { credentials, region, service: service.signing_name, keys: &self.shared.keys }))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.shared.settings).finish_non_exhaustive()
    }
}

impl<I: Operation> Finish<I> for Client {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.send(&input)
    }
}

impl<I: Streaming> FinishStream<I> for Client {
    type Stream = Call<I, Streamed<I::Output>>;

    fn finish_stream(self, input: I) -> Self::Stream {
        self.stream(&input)
    }
}

// The fluent methods, one an operation.
apigw_macros::client!(for Client, model = ::apigw_model);
