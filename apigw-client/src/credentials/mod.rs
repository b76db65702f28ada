//! Credentials: static keys, programs that print them, and credentials that are fetched, with the roles of profiles.
//!
//! May import `http`, `config` and `failure`.

pub(crate) mod context;
#[cfg(feature = "aws-config")]
pub(crate) mod fetched;
pub(crate) mod find;
#[cfg(feature = "aws-config")]
pub(crate) mod http_bridge;
#[cfg(feature = "aws-config")]
pub(crate) mod mfa_prompt;
pub(crate) mod process;
#[cfg(feature = "aws-config")]
pub(crate) mod role;
#[cfg(feature = "aws-config")]
pub(crate) mod role_cache;
pub(crate) mod source;
pub(crate) mod static_keys;
