//! Errors of calls, flat to match on.

use std::fmt;
use std::time::Duration;

use apigw_spec::rule::Fix;
use apigw_spec::violation::Naming;
use apigw_spec::{Kind, Rule, Shape, Violation};

use crate::config::config_error::ConfigError;
use crate::failure::{Failure, write_request_id};
use crate::http::bind::BindError;
use crate::http::sign::SignError;
use crate::http::transport::TransportError;

/// Why a call failed. `K` is what the operation's model lists as its errors.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<K> {
    /// The service refused or failed.
    Service(Box<ServiceError<K>>),
    /// The client's configuration has no place to send to. Nothing was sent.
    Config(ConfigError),
    /// The input breaks rules that the service is known to enforce. Nothing was sent.
    Invalid(Vec<Violation>),
    /// The input cannot be put into a request. Nothing was sent.
    Bind(BindError),
    /// The request cannot be signed. Nothing was sent.
    Sign(SignError),
    /// The endpoint cannot be reached: its name is unknown, or nothing listens there.
    Unreachable {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// The endpoint's certificate is not trusted, or TLS failed otherwise.
    Tls {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// A connection or an answer took too long.
    Timeout {
        /// The endpoint.
        endpoint: String,
        /// What took too long.
        source: TransportError,
    },
    /// The connection broke before the answer was whole. The service may have done what was asked.
    Interrupted {
        /// The endpoint.
        endpoint: String,
        /// What happened.
        source: TransportError,
    },
    /// The answer is larger than what is kept in memory. The service may have done what was asked.
    TooLarge {
        /// How many bytes are kept.
        limit: usize,
        /// The HTTP status.
        status: u16,
        /// The identifier that the service gave the request.
        request_id: Option<String>,
    },
    /// The service names a page as the next one that was read already, so that reading would never end.
    RepeatedPage {
        /// The token of the page.
        token: String,
    },
    /// The answer is a success but not JSON, such as the page of a proxy.
    NotJson(Unreadable),
    /// The answer is JSON that is broken or does not fit the model.
    BadJson(Unreadable),
}

/// An error of the raw door, before the kind of a service error is known.
pub type CallError = Error<()>;

/// The service refused or failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceError<K> {
    /// Which of the operation's errors it is.
    pub kind: K,
    /// What the answer said.
    pub failure: Failure,
    /// The rules for the input that the service is known to answer so about; the raw door does not look for them.
    pub rules: Vec<&'static Rule>,
}

/// An answer that cannot be read. Its text is not kept, as it may hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The HTTP status.
    pub status: u16,
    /// The content type, if one was given.
    pub content_type: Option<String>,
    /// The size of the body in bytes.
    pub size: usize,
    /// Where in the body reading stopped: line and column, both counted from one.
    pub position: (usize, usize),
    /// The identifier that the service gave the request.
    pub request_id: Option<String>,
}

impl<K> Error<K> {
    /// What the service said, if it answered with an error.
    pub fn failure(&self) -> Option<&Failure> {
        if let Self::Service(error) = self { Some(&error.failure) } else { None }
    }

    /// Which of the operation's errors it is, if the service answered with an error.
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

    /// The identifier that the service gave the request; AWS's support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.failure.request_id.as_deref(),
            Self::NotJson(unreadable) | Self::BadJson(unreadable) => unreadable.request_id.as_deref(),
            Self::TooLarge { request_id, .. } => request_id.as_deref(),
            _ => None,
        }
    }

    /// The HTTP status, if an answer came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Service(error) => Some(error.failure.status),
            Self::NotJson(unreadable) | Self::BadJson(unreadable) => Some(unreadable.status),
            Self::TooLarge { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// How long the service asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.failure().and_then(|failure| failure.retry_after)
    }

    /// Whether a connection or an answer took too long.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout { .. })
    }

    /// Whether the service wants fewer calls.
    pub fn is_throttling(&self) -> bool {
        self.failure().is_some_and(Failure::is_throttling)
    }

    /// Whether the service does not have what was asked for or about.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Whether what was asked contradicts what the service has, such as a name that is taken.
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(409)
    }

    /// Whether the service does not know the caller, or does not allow them this.
    pub fn is_denied(&self) -> bool {
        matches!(self.status(), Some(401 | 403))
    }

    /// Whether the input is at fault: it was not sent, or the service refused it as such.
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
        }
    }
}

impl CallError {
    /// What happened, in a word that holds nothing of the call.
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
        }
    }

    /// What the service said.
    pub(crate) fn service(failure: Failure) -> Self {
        Self::Service(Box::new(ServiceError { kind: (), failure, rules: Vec::new() }))
    }

    /// The error of a transport, with where it was to go.
    pub(crate) fn transport(source: TransportError, endpoint: &str) -> Self {
        let endpoint = endpoint.to_owned();
        match source {
            TransportError::Connect(_) => Self::Unreachable { endpoint, source },
            TransportError::Tls(_) => Self::Tls { endpoint, source },
            TransportError::ConnectTimeout(_)
            | TransportError::ReadTimeout(_)
            | TransportError::AttemptTimeout(_)
            | TransportError::CallTimeout(_)
            | TransportError::Timeout(_) => Self::Timeout { endpoint, source },
            TransportError::PathChanged => Self::Bind(BindError::PathChanged),
            TransportError::Broken(_) => Self::Interrupted { endpoint, source },
        }
    }

    /// Adds the rules of the input's shape that the service is known to answer so about.
    pub(crate) fn explained(mut self, input: &Shape) -> Self {
        if let (Self::Service(error), Kind::Structure(structure)) = (&mut self, input.kind) {
            let message = error.failure.message.as_str();
            let known = |rule: &&Rule| rule.message.is_some_and(|known| !known.is_empty() && message.contains(known));
            error.rules = structure.rules.rules.iter().filter(known).collect();
        }
        self
    }
}

impl<K> fmt::Display for ServiceError<K> {
    /// What the answer said, and the reasons of the rules that it is known for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)?;
        self.rules.iter().try_for_each(|rule| {
            write!(f, "; rule `{}`: {}", rule.id, rule.reason)?;
            if let Some(Fix::Say(fix)) = rule.fix { write!(f, "; {fix}") } else { Ok(()) }
        })
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.position;
        write!(f, "status {}, {} bytes", self.status, self.size)?;
        if let Some(content_type) = &self.content_type {
            write!(f, " of {content_type}")?;
        }
        write!(f, ", line {line}, column {column}")?;
        write_request_id(f, self.request_id.as_deref())
    }
}

impl<K> fmt::Display for Error<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Config(error) => error.fmt(f),
            Self::Invalid(violations) => write_violations(f, violations),
            Self::Bind(error) => error.fmt(f),
            Self::Sign(error) => error.fmt(f),
            Self::Unreachable { endpoint, source } => {
                write!(f, "cannot reach `{endpoint}`: {source}; check the endpoint and the network")
            }
            Self::Tls { endpoint, source } => {
                write!(f, "cannot trust `{endpoint}`: {source}; check the endpoint or give its certificate authority")
            }
            Self::Timeout { endpoint, source } => {
                write!(f, "`{endpoint}` took too long: {source}; try again or allow more time")
            }
            Self::Interrupted { endpoint, source } => {
                write!(f, "`{endpoint}` did not answer in full: {source}; what was asked may have been done")
            }
            Self::TooLarge { limit, request_id, .. } => {
                write!(f, "the answer is larger than {limit} bytes; allow more, or read it as a stream")?;
                write_request_id(f, request_id.as_deref())
            }
            Self::RepeatedPage { token } => {
                write!(f, "the service names the page `{token}` twice; the pages up to here are all there are to read")
            }
            Self::NotJson(unreadable) => {
                write!(f, "the answer is not JSON; check that the endpoint is the service's: {unreadable}")
            }
            Self::BadJson(unreadable) => write!(f, "the answer is broken or does not fit the model: {unreadable}"),
        }
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
            | Self::BadJson(_) => None,
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

/// Writes one violation a line, each with the ID of its rule, which can be allowed.
fn write_violations(f: &mut fmt::Formatter<'_>, violations: &[Violation]) -> fmt::Result {
    f.write_str("the request violates service rules; fix it, or allow the rules by ID:")?;
    violations.iter().try_for_each(|violation| write!(f, "\n  {}: {}", violation.rule, violation.render(&RustNaming)))
}

/// Names as Rust spells them: `integration_http_method`.
pub(crate) struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        apigw_spec::case::separated(name, '_')
    }
}
