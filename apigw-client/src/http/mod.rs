//! HTTP: binding an input to a request, signing it, and the transports that send it.
//!
//! May import `config` and `failure`.

pub mod bind;
pub(crate) mod bundle;
pub(crate) mod connector;
#[cfg(feature = "event-stream")]
pub(crate) mod event;
pub(crate) mod finish;
pub(crate) mod form;
#[cfg(feature = "event-stream")]
pub(crate) mod frame;
pub(crate) mod host;
pub(crate) mod https;
pub mod identifier;
#[cfg(feature = "event-stream")]
pub(crate) mod live;
#[cfg(feature = "proxy")]
pub(crate) mod no_proxy;
pub(crate) mod percent;
#[cfg(feature = "proxy")]
pub(crate) mod proxy;
pub(crate) mod query;
pub(crate) mod request;
#[cfg(feature = "reqwest")]
pub mod reqwest_transport;
pub(crate) mod sign;
pub(crate) mod tls;
pub(crate) mod token;
pub mod transport;
#[cfg(feature = "proxy")]
pub(crate) mod tunnel;
pub(crate) mod verifier;
pub(crate) mod wire;
