//! Test doubles of the service: stubs with typed replies, and recordings.
//!
//! May import `client`, `paginate` and everything below them.

pub mod recorder;
pub mod stub;
pub(crate) mod unbind;
