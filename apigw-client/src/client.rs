//! The client: one way to call every operation.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

#[cfg(feature = "event-stream")]
use apigw_model::{EventInput, EventOutput, FinishEvents, FinishExchange};
use apigw_model::{Finish, FinishStream, Operation, Streaming};
use apigw_spec::Service;
use apigw_spec::value::Members;
#[cfg(feature = "event-stream")]
use futures_core::Stream;
use http::HeaderValue;

use crate::call::answer::{Answer, BodyMode};
use crate::call::core::{Core, Hooks};
#[cfg(feature = "event-stream")]
use crate::call::events::{StreamedEvents, read_events};
use crate::call::exchange::Exchange;
use crate::call::future::{Call, Prepared, read_stream, read_whole};
#[cfg(feature = "preflight")]
use crate::call::preflight::Preflight;
use crate::call::reply::Reply;
use crate::call::stream::{StreamReply, Streamed};
use crate::call::trace;
use crate::call::validate::validate;
use crate::config::config_error::ConfigError;
use crate::config::endpoint::Endpoint;
use crate::error::{CallError, Error};
use crate::http::bind::bind;
use crate::http::request::HttpRequest;
use crate::http::transport::Transport;
use crate::settings::options::{CallOptions, CallSettings};
use crate::settings::resolved::ClientSettings;

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
    core: Arc<Core>,
    calls: Arc<CallSettings>,
}

/// The future of a reply of the low-level API, [`Client::call`].
pub type PendingReply = Pending<Reply>;

/// The future of a reply of the low-level API that is read as it arrives, [`Client::call_streaming`].
pub type PendingStream = Pending<StreamReply>;

/// The future of a reply of the low-level API that is read as it arrives if it is a success,
/// [`Client::call_bound_streaming`].
pub type PendingStreamOrReply = Pending<Result<StreamReply, Reply>>;

type Pending<T> = Pin<Box<dyn Future<Output = Result<T, CallError>> + Send>>;

impl Client {
    pub(crate) fn new(
        settings: ClientSettings,
        user_agent: HeaderValue,
        transport: Arc<dyn Transport>,
        hooks: Hooks,
    ) -> Self {
        let calls = Arc::new(settings.calls.clone());
        Self { core: Arc::new(Core::new(settings, user_agent, transport, hooks)), calls }
    }

    /// The same client with other options for its calls. Connections, quotas and the retry budget are shared.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_client::{CallOptions, Validation};
    ///
    /// let unchecked = client.with(CallOptions::new().validation(Validation::Off));
    /// let account = unchecked.get_account().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "the client itself keeps its options"]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { core: Arc::clone(&self.core), calls: Arc::new(self.calls.with(options)) }
    }

    /// The endpoint that requests to a service are sent to.
    ///
    /// ```
    /// use apigw_client::{Client, Environment};
    /// use apigw_model::{GetAccount, Operation as _};
    ///
    /// let client = Client::builder().environment(Environment::empty()).region("eu-central-1").unsigned().build()?;
    /// let endpoint = client.endpoint(GetAccount::OPERATION.service)?;
    /// assert_eq!(endpoint.to_string(), "https://apigateway.eu-central-1.amazonaws.com");
    /// # Ok::<(), apigw_client::ConfigError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If no region is configured, or the configured endpoint is not a URL.
    pub fn endpoint(&self, service: &'static Service) -> Result<Endpoint, ConfigError> {
        self.core.endpoint(service)
    }

    /// Calls an operation with a complete input, as `request!` or a builder's `build` make it. An input that violates
    /// service rules is not sent, unless [`Validation`](crate::Validation) says otherwise.
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
        Call::new(self.validated(input, BodyMode::Whole), read_whole)
    }

    /// The low-level API: calls an operation with any holder of its members, unvalidated, and returns the reply as it
    /// came, whatever its status. [`Reply::failure`] says whether it is an error.
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
        let request = bind(operation, members).map_err(CallError::from);
        let exchange = request.and_then(|request| self.exchange(operation, request, BodyMode::Whole));
        Box::pin(async move { Ok(exchange?.run().await?.into_reply()) })
    }

    /// As [`call`](Self::call), with a request that is already bound, for programs that print it too.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_client::bind::bind;
    /// use apigw_model::{GetRestApi, Operation as _};
    ///
    /// let input = GetRestApi::builder().rest_api_id("1234123412").build();
    /// let request = bind(GetRestApi::OPERATION, &input)?;
    /// eprintln!("{request:?}");
    /// let reply = client.call_bound(GetRestApi::OPERATION, request).await?;
    /// println!("{}", reply.status);
    /// # Ok(())
    /// # }
    /// ```
    pub fn call_bound(&self, operation: &'static apigw_spec::Operation, request: HttpRequest) -> PendingReply {
        let exchange = self.exchange(operation, request, BodyMode::Whole);
        Box::pin(async move { Ok(exchange?.run().await?.into_reply()) })
    }

    /// As [`call`](Self::call), with a reply that is read as it arrives. A failure is an error here.
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
        let request = bind(operation, members).map_err(CallError::from);
        let exchange = request.and_then(|request| self.exchange(operation, request, BodyMode::Stream));
        Box::pin(async move { exchange?.run().await.and_then(Answer::into_stream) })
    }

    /// As [`call_bound`](Self::call_bound), with the body of a success read as it arrives. Any other reply is whole.
    ///
    /// ```no_run
    /// # async fn example(client: apigw_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use apigw_client::bind::bind;
    /// use apigw_model::{GetExport, Operation as _};
    ///
    /// let input = GetExport::builder().rest_api_id("x").stage_name("prod").export_type("oas30").build();
    /// let request = bind(GetExport::OPERATION, &input)?;
    /// match client.call_bound_streaming(GetExport::OPERATION, request).await? {
    ///     Ok(stream) => println!("{:?} bytes", stream.body.remaining()),
    ///     Err(reply) => println!("{:?}", reply.failure()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn call_bound_streaming(
        &self,
        operation: &'static apigw_spec::Operation,
        request: HttpRequest,
    ) -> PendingStreamOrReply {
        let exchange = self.exchange(operation, request, BodyMode::Stream);
        Box::pin(async move {
            Ok(match exchange?.run().await? {
                Answer::Stream(stream) => Ok(stream),
                Answer::Whole(reply) => Err(reply),
            })
        })
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
        Call::new(self.validated(input, BodyMode::Stream), read_stream)
    }

    /// Calls an operation whose output is a stream of events, and reads them as they arrive. Events that the operation
    /// takes are those of the input.
    ///
    /// ```text
    /// let input = InvokeWithResponseStream::builder().function_name("hello").build();
    /// let mut reply = client.events(&input).await?;
    /// while let Some(event) = reply.events.next().await.transpose()? {
    ///     println!("{event:?}");
    /// }
    /// ```
    #[cfg(feature = "event-stream")]
    pub fn events<I: EventOutput>(&self, input: &I) -> Call<I, StreamedEvents<I>> {
        Call::new(self.validated(input, BodyMode::Stream), read_events)
    }

    /// As [`events`](Self::events), for an operation that takes events too: those of the input are sent first, then these
    /// as they are made. The answer may begin before the last is sent. Nothing is tried again, since events are made once.
    ///
    /// Services of AWS take such bodies over HTTP/2 alone, which the feature `http2` brings.
    ///
    /// A client type of your own gives them to `stream` by `FinishExchange`:
    ///
    /// ```
    /// use apigw_client::{Call, Client, StreamedEvents};
    /// use apigw_model::{EventInput, EventOutput, FinishExchange};
    /// use futures_core::Stream;
    ///
    /// struct Parcels(Client);
    ///
    /// impl<I, E> FinishExchange<I, E> for Parcels
    /// where
    ///     I: EventInput + EventOutput,
    ///     E: Stream<Item = <I as EventInput>::Event> + Send + 'static,
    /// {
    ///     type Exchange = Call<I, StreamedEvents<I>>;
    ///
    ///     fn finish_exchange(self, input: I, events: E) -> Self::Exchange {
    ///         self.0.events_with(&input, events)
    ///     }
    /// }
    /// ```
    #[cfg(feature = "event-stream")]
    pub fn events_with<I, E>(&self, input: &I, events: E) -> Call<I, StreamedEvents<I>>
    where
        I: EventInput + EventOutput,
        E: Stream<Item = <I as EventInput>::Event> + Send + 'static,
    {
        let prepared = self.validated(input, BodyMode::Stream).and_then(|mut prepared| {
            prepared.exchange = prepared.exchange.with_stream(I::SHAPE, events)?;
            Ok(prepared)
        });
        Call::new(prepared, read_events)
    }

    /// One call of an input that is kept, with its answer as it came.
    #[cfg(feature = "waiters")]
    pub(crate) async fn answer<I: Operation>(&self, input: &I) -> Result<Answer, CallError> {
        self.validated(input, BodyMode::Whole)?.run().await
    }

    /// The exchange of a typed call, if the input passes validation.
    fn validated<I: Operation>(&self, input: &I, mode: BodyMode) -> Result<Prepared, CallError> {
        let checked = validate(input, self.calls.validation, &self.calls.allowed);
        checked.warnings.iter().for_each(trace::warn);
        if !checked.errors.is_empty() {
            return Err(Error::Invalid(checked.errors));
        }
        let exchange = self.exchange(I::OPERATION, bind(I::OPERATION, input)?, mode)?;
        Ok(Prepared {
            #[cfg(feature = "preflight")]
            preflight: Preflight::new(&self.core, &self.calls, input),
            exchange,
        })
    }

    fn exchange(
        &self,
        operation: &'static apigw_spec::Operation,
        request: HttpRequest,
        mode: BodyMode,
    ) -> Result<Exchange, CallError> {
        Exchange::new(Arc::clone(&self.core), Arc::clone(&self.calls), operation, request, mode)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.core.settings).finish_non_exhaustive()
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

#[cfg(feature = "event-stream")]
impl<I: EventOutput> FinishEvents<I> for Client {
    type Events = Call<I, StreamedEvents<I>>;

    fn finish_events(self, input: I) -> Self::Events {
        self.events(&input)
    }
}

#[cfg(feature = "event-stream")]
impl<I, E> FinishExchange<I, E> for Client
where
    I: EventInput + EventOutput,
    E: Stream<Item = <I as EventInput>::Event> + Send + 'static,
{
    type Exchange = Call<I, StreamedEvents<I>>;

    fn finish_exchange(self, input: I, events: E) -> Self::Exchange {
        self.events_with(&input, events)
    }
}

// The fluent methods, one for each operation.
#[cfg(feature = "api-gateway")]
apigw_macros::client!(for Client, model = ::apigw_model);
