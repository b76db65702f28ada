//! What a client reads from its environment: variables, profile files, the region, the endpoint.
//!
//! May import `failure` only.

pub(crate) mod config_error;
pub(crate) mod endpoint;
pub(crate) mod environment;
pub(crate) mod file;
pub mod ini;
pub(crate) mod profile;
pub(crate) mod region;
pub(crate) mod runtime;
pub(crate) mod user_agent;
