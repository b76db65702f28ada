//! Test doubles of the service: stubs with typed replies, and recordings.
//!
//! May import `client`, `paginate` and everything below them.

pub(crate) mod canned_response;
pub mod recorder;
pub mod stub;
pub(crate) mod unbind;
