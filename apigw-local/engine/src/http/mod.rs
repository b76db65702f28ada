//! Requests and responses.
//!
//! May import: nothing of the package.

mod headers;
mod message;
pub(crate) mod percent;

pub use headers::Headers;
pub use message::{Request, Response};
