//! The client from outside: what it sends, how it reads replies, and how it is configured.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "these are tests")]
#![allow(clippy::unchecked_time_subtraction, reason = "tests know which time is later")]

#[cfg(feature = "aws-config")]
mod aws_services;
#[cfg(feature = "blocking")]
mod blocking;
mod configuration;
mod connections;
mod credentials;
mod endurance;
mod errors;
#[cfg(feature = "event-stream")]
mod events;
#[cfg(feature = "stub")]
mod examples;
#[cfg(feature = "event-stream")]
mod exchanges;
mod faults;
#[cfg(feature = "aws-config")]
mod fetched;
#[cfg(feature = "aws-config")]
mod fetched_network;
mod loopback;
#[cfg(not(feature = "event-stream"))]
mod no_events;
mod no_runtime;
mod pacing;
mod paginate;
#[cfg(feature = "preflight")]
mod preflight;
#[cfg(feature = "proxy")]
mod proxy;
#[cfg(feature = "stub")]
mod recorder;
mod replies;
#[cfg(feature = "reqwest")]
mod reqwest_transport;
mod retry;
mod script;
mod stream;
#[cfg(feature = "stub")]
mod stub;
mod tls;
mod validation;
mod wire;
