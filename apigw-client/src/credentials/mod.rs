//! Credentials: static keys, programs that print them, and credentials that are fetched, with the roles of profiles.
//!
//! May import `http`, `config` and `failure`.

#[cfg(feature = "aws-config")]
pub(crate) mod fetched;
pub(crate) mod find;
pub(crate) mod identity;
pub(crate) mod process;
#[cfg(feature = "aws-config")]
pub(crate) mod role;
#[cfg(feature = "aws-config")]
pub(crate) mod role_cache;
