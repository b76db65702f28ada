//! The client: one way to call every operation.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::SystemTime;

use apigw_model::{ErrorKind, Finish, Operation, Structured};
use apigw_spec::Service;
use apigw_spec::value::Members;
use http::HeaderValue;
use http::header::USER_AGENT;
use http_body_util::BodyExt as _;

use crate::bind::{BindError, bind};
use crate::builder::ClientBuilder;
use crate::config_error::ConfigError;
use crate::endpoint::Endpoint;
use crate::error::{CallError, Error};
use crate::identifier::uuid;
use crate::interpret::fill;
use crate::reply::Reply;
use crate::request::HttpRequest;
use crate::settings::Settings;
use crate::transport::Transport;
use crate::validate::judge;
use crate::wire::{AssembleError, Attempt, Signer, outgoing};

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
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    user_agent: HeaderValue,
    transport: Arc<dyn Transport>,
    /// The endpoint of the service that was called first, which is nearly always the only one.
    endpoint: OnceLock<(&'static str, Endpoint)>,
}

/// The future of an answer of the raw door.
pub type PendingReply = Pin<Box<dyn Future<Output = Result<Reply, CallError>> + Send>>;

impl Client {
    /// A client for the region, credentials and endpoint that the environment and the profile files say.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().build()
    }

    /// Starts a client whose settings differ from the environment's.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(crate) fn new(settings: Settings, user_agent: HeaderValue, transport: Arc<dyn Transport>) -> Self {
        Self { inner: Arc::new(Inner { settings, user_agent, transport, endpoint: OnceLock::new() }) }
    }

    /// Where requests to a service go.
    pub fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        if let Some((known, endpoint)) = self.inner.endpoint.get()
            && *known == service.sdk_id
        {
            return Ok(endpoint.clone());
        }
        let endpoint = self.inner.settings.endpoint(service)?;
        let (known, first) = self.inner.endpoint.get_or_init(|| (service.sdk_id, endpoint.clone()));
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
        let reply = match judge(input, &self.inner.settings.calls) {
            Ok(()) => self.call(I::OPERATION, input),
            Err(violations) => Box::pin(std::future::ready(Err(Error::Invalid(violations)))),
        };
        Call { reply, operation: PhantomData }
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
        let client = self.clone();
        let bound = bind(operation, members);
        Box::pin(async move { client.exchange(operation, bound).await })
    }

    async fn exchange(
        self,
        operation: &'static apigw_spec::Operation,
        bound: Result<HttpRequest, BindError>,
    ) -> Result<Reply, CallError> {
        let mut bound = bound?;
        bound.headers.insert(USER_AGENT, self.inner.user_agent.clone());
        let endpoint = self.endpoint(operation.service)?;
        let signer = self.signer(operation.service)?;
        let invocation = uuid();
        let attempt = Attempt { invocation: &invocation, number: 1, most: 1 };
        let request = outgoing(&bound, &endpoint, signer, attempt, SystemTime::now());
        let request = request.map_err(|error| match error {
            AssembleError::Sign(error) => Error::Sign(error),
            AssembleError::TooLong => Error::Bind(BindError::TooLong),
        })?;
        let failed = |error| CallError::transport(error, endpoint.to_string());
        let (head, body) = self.inner.transport.send(request).await.map_err(failed)?.into_parts();
        let body = body.collect().await.map_err(failed)?.to_bytes();
        Ok(Reply { status: head.status, headers: head.headers, body })
    }

    fn signer(&self, service: &'static Service) -> Result<Option<Signer<'_>>, ConfigError> {
        let settings = &self.inner.settings;
        let Some(credentials) = &settings.credentials else { return Ok(None) };
        Ok(Some(Signer { credentials, region: settings.signing_region()?, service: service.signing_name }))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

impl<I: Operation> Finish<I> for Client {
    type Reply = Call<I>;

    fn finish(self, input: I) -> Call<I> {
        self.send(&input)
    }
}

/// A call under way: the future of an operation's output. It starts when it is awaited; dropping it abandons the call.
#[must_use = "a call is made when it is awaited"]
pub struct Call<I: Operation> {
    reply: PendingReply,
    operation: PhantomData<fn() -> I>,
}

impl<I: Operation> Future for Call<I> {
    type Output = Result<I::Output, Error<I::ErrorKind>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.reply.as_mut().poll(cx).map(|reply| {
            let mut output = <I::Output as apigw_model::place::Blank>::blank();
            let read = reply.and_then(|reply| fill(&reply, I::Output::SHAPE, &mut output));
            read.map(|()| output).map_err(|error| error.with_kind(I::ErrorKind::from_code))
        })
    }
}

impl<I: Operation> fmt::Debug for Call<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&I::OPERATION.name).finish()
    }
}
