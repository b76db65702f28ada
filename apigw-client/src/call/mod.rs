//! A call from the bound request to the output: attempts, retries, pacing, validation and the reading of replies.
//!
//! May import `error`, `settings`, `credentials`, `http`, `config` and `failure`.

pub(crate) mod answer;
pub(crate) mod core;
#[cfg(feature = "event-stream")]
pub(crate) mod event;
#[cfg(feature = "event-stream")]
pub(crate) mod events;
pub(crate) mod exchange;
pub(crate) mod future;
pub(crate) mod interpret;
pub(crate) mod pacing;
#[cfg(feature = "preflight")]
pub(crate) mod preflight;
pub(crate) mod reply;
pub(crate) mod retry;
pub(crate) mod skew;
#[cfg(feature = "preflight")]
pub(crate) mod snapshot;
pub(crate) mod stream;
pub(crate) mod trace;
pub(crate) mod validate;
