//! Retries as AWS specifies them for its tools: attempts, random delays, and a budget that all calls share.

mod policy;

pub(crate) use policy::Retry;
pub use policy::{RetryMode, RetryPolicy};
