//! The client from outside: what it sends, what it makes of answers, and how it is configured.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "these are tests")]

#[cfg(feature = "blocking")]
mod blocking;
mod configuration;
mod loopback;
mod replies;
mod validation;
mod wire;
