//! The service as its callers see it: its objects, documents, store, server and clients.

#![allow(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot continue has failed"
)]

mod console;
mod control_plane;
mod imports;
mod round_trip;
mod running;
mod store;
mod terraform;
