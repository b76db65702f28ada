//! Typed calls of Amazon API Gateway.
//!
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod call;
mod client;
mod config;
mod credentials;
mod error;
mod failure;
mod http;
mod paginate;
mod settings;
#[cfg(feature = "stub")]
mod testing;
#[cfg(feature = "waiters")]
mod waiter;

pub use crate::http::bind;
pub use crate::http::request::HttpRequest;
#[cfg(feature = "reqwest")]
pub use crate::http::reqwest_transport;
pub use crate::http::sign::SignError;
pub use crate::http::transport::{self, Transport, TransportError};
pub use apigw_macros::client;
pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::ProvideCredentials;
pub use builder::ClientBuilder;
#[cfg(feature = "event-stream")]
pub use call::events::{EventStream, StreamedEvents};
pub use call::future::Call;
pub use call::reply::Reply;
pub use call::stream::{ByteStream, StreamReply, Streamed};
pub use client::{Client, PendingReply, PendingStream, PendingStreamOrReply};
pub use config::config_error::ConfigError;
pub use config::endpoint::Endpoint;
pub use config::environment::Environment;
#[doc(hidden)]
pub use config::ini;
pub use config::profile::{Profile, Profiles};
pub use error::{BadEvent, CallError, Error, ServiceError, Unreadable};
pub use failure::Failure;
#[doc(hidden)]
pub use http::identifier;
pub use paginate::{Items, Pages};
pub use settings::options::CallOptions;
pub use settings::retry_policy::{RetryMode, RetryPolicy};
pub use settings::validation::Validation;
#[cfg(feature = "stub")]
pub use testing::{recorder, stub};
#[cfg(feature = "waiters")]
pub use waiter::{Wait, WaitError};
