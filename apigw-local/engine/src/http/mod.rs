//! Requests and responses.
//!
//! May import: nothing of the package.

mod headers;
mod message;

pub use headers::Headers;
pub use message::{Request, Response};
