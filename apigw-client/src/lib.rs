//! An asynchronous client of Amazon API Gateway.
//!
#![doc = include_str!("../README.md")]

pub mod bind;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod builder_calls;
mod call;
#[cfg(feature = "aws-config")]
mod chain;
mod client;
mod config_error;
mod credentials;
mod endpoint;
mod environment;
mod error;
mod exchange;
mod fluent;
mod https;
mod identifier;
mod identity;
mod ini;
mod interpret;
mod options;
mod pacing;
mod paginate;
mod percent;
mod process;
mod profile;
#[cfg(feature = "proxy")]
mod proxy;
mod query;
#[cfg(feature = "stub")]
pub mod recorder;
mod region;
mod reply;
mod request;
#[cfg(feature = "reqwest")]
pub mod reqwest_transport;
mod retry;
#[cfg(feature = "aws-config")]
mod role;
#[cfg(feature = "aws-config")]
mod role_cache;
mod settings;
mod sign;
mod skew;
mod stream;
#[cfg(feature = "stub")]
pub mod stub;
mod tls;
mod trace;
pub mod transport;
#[cfg(feature = "stub")]
mod unbind;
mod user_agent;
mod validate;
mod wire;

pub use apigw_macros::client;
pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::ProvideCredentials;
pub use builder::ClientBuilder;
pub use call::Call;
pub use client::{Client, PendingReply, PendingStream};
pub use config_error::ConfigError;
pub use endpoint::Endpoint;
pub use environment::Environment;
pub use error::{CallError, Error, Failure, ServiceError, Unreadable};
pub use options::CallOptions;
pub use paginate::{Items, Pages};
pub use profile::{Profile, Profiles};
pub use reply::Reply;
pub use request::HttpRequest;
pub use retry::{RetryMode, RetryPolicy};
pub use sign::SignError;
pub use stream::{ByteStream, StreamReply, Streamed};
pub use transport::{Transport, TransportError};
pub use validate::Validation;
