//! The errors of calls, in one flat enum to match on.
//!
//! May import `http`, `config` and `failure`.

mod bad_event;
mod display;
mod service_error;
mod unreadable;

use std::fmt;
use std::time::Duration;

use apigw_spec::{Kind, Rule, Shape, Violation};

use crate::config::config_error::ConfigError;
use crate::failure::Failure;
use crate::http::bind::BindError;
use crate::http::sign::SignError;
use crate::http::transport::TransportError;
pub use bad_event::BadEvent;
pub use service_error::ServiceError;
pub use unreadable::Unreadable;

/// Why a call failed. `K` is the kind of a service error: the errors that the model lists for the operation.
///
/// ```
/// use apigw_client::{Client, Error, stub::Stub};
/// use apigw_model::{GetRestApi, get_rest_api};
///
/// # async fn example() {
/// let stub = Stub::new();
/// stub.expect::<GetRestApi>().reject(get_rest_api::ErrorKind::NotFound, "Invalid API identifier specified");
/// match Client::from_stub(&stub).get_rest_api().rest_api_id("a1b2c3").send().await {
///     Err(Error::Service(error)) if error.kind == get_rest_api::ErrorKind::NotFound => {}
///     other => panic!("{other:?}"),
/// }
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<K> {
    /// The service rejected the request or failed.
    Service(Box<ServiceError<K>>),
    /// The configuration of the client is incomplete or invalid. Nothing was sent.
    Config(ConfigError),
    /// The input violates rules that the service is known to enforce. Nothing was sent.
    Invalid(Vec<Violation>),
    /// The input cannot be bound to a request. Nothing was sent.
    Bind(BindError),
    /// The request cannot be signed. Nothing was sent.
    Sign(SignError),
    /// The endpoint cannot be reached: the host is unknown, no server listens, or a proxy refused.
    Unreachable {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// The TLS handshake with the endpoint failed, for example because its certificate is not trusted.
    Tls {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// A timeout passed.
    Timeout {
        /// The endpoint.
        endpoint: String,
        /// Which timeout.
        source: TransportError,
    },
    /// The connection broke before the response was complete, or an event that was made while it was read cannot be sent.
    /// The service may have executed the request.
    Interrupted {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// The response body is larger than the limit. The service may have executed the request.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
        /// The HTTP status.
        status: u16,
        /// The request ID that the service assigned.
        request_id: Option<String>,
    },
    /// The service named a next page that was read already, so that reading would never end.
    RepeatedPage {
        /// The token of the page.
        token: String,
    },
    /// The response is a success but not JSON, such as the page of a proxy.
    NotJson(Unreadable),
    /// The response is JSON that is malformed or does not fit the model.
    BadJson(Unreadable),
    /// The stream of events is damaged, or has an event that does not fit the model.
    BadEvent(BadEvent),
}

/// An error of the low-level API, [`Client::call`](crate::Client::call), where the kind of a service error is unknown.
pub type CallError = Error<()>;

impl<K> Error<K> {
    /// What the reply says, if the service replied with an error.
    pub fn failure(&self) -> Option<&Failure> {
        if let Self::Service(error) = self { Some(&error.failure) } else { None }
    }

    /// Which of the operation's errors it is, if the service replied with an error.
    pub fn kind(&self) -> Option<K>
    where
        K: Copy,
    {
        if let Self::Service(error) = self { Some(error.kind) } else { None }
    }

    /// The service's code (`NotFoundException`).
    pub fn code(&self) -> Option<&str> {
        self.failure().map(|failure| failure.code.as_str())
    }

    /// The service's message.
    pub fn message(&self) -> Option<&str> {
        self.failure().map(|failure| failure.message.as_str())
    }

    /// The request ID that the service assigned; AWS support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.failure.request_id.as_deref(),
            Self::NotJson(unreadable) | Self::BadJson(unreadable) => unreadable.request_id.as_deref(),
            Self::TooLarge { request_id, .. } => request_id.as_deref(),
            Self::BadEvent(bad) => bad.request_id.as_deref(),
            _ => None,
        }
    }

    /// The HTTP status, if a response arrived.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Service(error) => Some(error.failure.status),
            Self::NotJson(unreadable) | Self::BadJson(unreadable) => Some(unreadable.status),
            Self::TooLarge { status, .. } => Some(*status),
            Self::BadEvent(bad) => Some(bad.status),
            _ => None,
        }
    }

    /// How long the service asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.failure().and_then(|failure| failure.retry_after)
    }

    /// Whether a timeout passed.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout { .. })
    }

    /// Whether the service asks for fewer calls.
    pub fn is_throttling(&self) -> bool {
        self.failure().is_some_and(Failure::is_throttling)
    }

    /// Whether the service may have executed the request although the call failed: the response was lost, came too late,
    /// or cannot be read, or the service failed while it executed it. It counts for the last attempt.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use apigw_client::{CallError, TransportError};
    ///
    /// let lost = |source| CallError::Timeout { endpoint: "https://service.example".to_owned(), source };
    /// assert!(lost(TransportError::ReadTimeout(Duration::from_secs(2))).may_have_happened());
    /// assert!(!lost(TransportError::ConnectTimeout(Duration::from_secs(2))).may_have_happened());
    /// ```
    pub fn may_have_happened(&self) -> bool {
        match self {
            Self::Interrupted { .. }
            | Self::TooLarge { .. }
            | Self::NotJson(_)
            | Self::BadJson(_)
            | Self::BadEvent(_) => true,
            Self::Timeout { source, .. } => !matches!(source, TransportError::ConnectTimeout(_)),
            Self::Service(error) => error.failure.status >= 500,
            Self::Config(_)
            | Self::Invalid(_)
            | Self::Bind(_)
            | Self::Sign(_)
            | Self::Unreachable { .. }
            | Self::Tls { .. }
            | Self::RepeatedPage { .. } => false,
        }
    }

    /// Whether the service has no such resource.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Whether the request conflicts with the state of the service, such as a name that is already used.
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(409)
    }

    /// Whether the service does not authenticate or authorize the caller.
    pub fn is_denied(&self) -> bool {
        matches!(self.status(), Some(401 | 403))
    }

    /// Whether the input is invalid: it was not sent, or the service rejected it as such.
    pub fn is_invalid(&self) -> bool {
        matches!(self, Self::Invalid(_) | Self::Bind(_)) || self.status() == Some(400) && !self.is_throttling()
    }

    /// The same error with another kind, made from the service's code.
    pub fn with_kind<L>(self, kind: impl FnOnce(&str) -> L) -> Error<L> {
        match self {
            Self::Service(error) => {
                let ServiceError { failure, rules, .. } = *error;
                Error::Service(Box::new(ServiceError { kind: kind(&failure.code), failure, rules }))
            }
            Self::Config(error) => Error::Config(error),
            Self::Invalid(violations) => Error::Invalid(violations),
            Self::Bind(error) => Error::Bind(error),
            Self::Sign(error) => Error::Sign(error),
            Self::Unreachable { endpoint, source } => Error::Unreachable { endpoint, source },
            Self::Tls { endpoint, source } => Error::Tls { endpoint, source },
            Self::Timeout { endpoint, source } => Error::Timeout { endpoint, source },
            Self::Interrupted { endpoint, source } => Error::Interrupted { endpoint, source },
            Self::TooLarge { limit, status, request_id } => Error::TooLarge { limit, status, request_id },
            Self::RepeatedPage { token } => Error::RepeatedPage { token },
            Self::NotJson(unreadable) => Error::NotJson(unreadable),
            Self::BadJson(unreadable) => Error::BadJson(unreadable),
            Self::BadEvent(bad) => Error::BadEvent(bad),
        }
    }
}

impl CallError {
    /// The name of the variant, for logs.
    #[cfg(feature = "tracing")]
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Service(_) => "service",
            Self::Config(_) => "config",
            Self::Invalid(_) => "invalid",
            Self::Bind(_) => "bind",
            Self::Sign(_) => "sign",
            Self::Unreachable { .. } => "unreachable",
            Self::Tls { .. } => "tls",
            Self::Timeout { .. } => "timeout",
            Self::Interrupted { .. } => "interrupted",
            Self::TooLarge { .. } => "too large",
            Self::RepeatedPage { .. } => "repeated page",
            Self::NotJson(_) => "not json",
            Self::BadJson(_) => "bad json",
            Self::BadEvent(_) => "bad event",
        }
    }

    /// An error of the service.
    pub(crate) fn service(failure: Failure) -> Self {
        Self::Service(Box::new(ServiceError { kind: (), failure, rules: Vec::new() }))
    }

    /// An error of a transport, with the endpoint.
    pub(crate) fn transport(source: TransportError, endpoint: &str) -> Self {
        let endpoint = endpoint.to_owned();
        match source {
            TransportError::Connect(_) | TransportError::Proxy { .. } => Self::Unreachable { endpoint, source },
            TransportError::Tls(_) => Self::Tls { endpoint, source },
            TransportError::ConnectTimeout(_)
            | TransportError::ReadTimeout(_)
            | TransportError::AttemptTimeout(_)
            | TransportError::CallTimeout(_)
            | TransportError::Timeout(_) => Self::Timeout { endpoint, source },
            TransportError::NoRuntime => Self::Config(ConfigError::NoRuntime),
            TransportError::NoExchange => {
                let what = "events as they are made, which this transport does not send; give them in the input";
                Self::Bind(BindError::Unsupported { what })
            }
            TransportError::NotRecorded => {
                let what = "events, which recordings do not hold; call it with a client that does not record";
                Self::Bind(BindError::Unsupported { what })
            }
            TransportError::PathChanged => Self::Bind(BindError::PathChanged),
            TransportError::Broken(_) | TransportError::Unsent(_) => Self::Interrupted { endpoint, source },
        }
    }

    /// Adds the rules of the input's shape whose violation the service is known to reject with this message.
    pub(crate) fn explained(mut self, input: &Shape) -> Self {
        if let (Self::Service(error), Kind::Structure(structure)) = (&mut self, input.kind) {
            let message = error.failure.message.as_str();
            let known = |rule: &&Rule| rule.message.is_some_and(|known| !known.is_empty() && message.contains(known));
            error.rules = structure.rules.rules.iter().filter(known).collect();
        }
        self
    }
}

impl<K: fmt::Debug> std::error::Error for Error<K> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Config(error) => Some(error),
            Self::Bind(error) => Some(error),
            Self::Sign(error) => Some(error),
            Self::Unreachable { source, .. }
            | Self::Tls { source, .. }
            | Self::Timeout { source, .. }
            | Self::Interrupted { source, .. } => Some(source),
            Self::Service(_)
            | Self::Invalid(_)
            | Self::TooLarge { .. }
            | Self::RepeatedPage { .. }
            | Self::NotJson(_)
            | Self::BadJson(_)
            | Self::BadEvent(_) => None,
        }
    }
}

impl<K> From<ConfigError> for Error<K> {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl<K> From<BindError> for Error<K> {
    fn from(error: BindError) -> Self {
        Self::Bind(error)
    }
}
