//! The settings of a client and of its calls: what the caller set, with the rest resolved from `config`.
//!
//! May import `credentials`, `http`, `config` and `failure`.

pub(crate) mod options;
pub(crate) mod overrides;
pub(crate) mod resolved;
pub(crate) mod retry_policy;
pub(crate) mod validation;
