//! A whole API checked as one: its resources, methods, integrations and responses, with the models, validators and
//! authorizers that they refer to.
//!
//! There are no rules of whole APIs. What exists was made by requests, so the requests are put together again from what
//! exists, as [`Rebuild`](crate::rule::Rebuild) says, and checked by their own rules with the rest of the API around
//! them. What is not given cannot be seen, and is not checked.
//!
//! ```text
//! resources, models, … ─► visit ─► request, seen through what exists ─► check_with ─► ApiFinding
//! ```
//!
//! The files here use the evaluator ([`check`](crate::check())), and [`ApiView`] the JSON documents of the feature `read`.

mod check;
mod indexed;
mod parts;
mod reads;
#[cfg(feature = "read")]
mod view;

pub use check::{ApiFinding, check_api};
pub use parts::parts;
pub use reads::{ContextRead, ReadInput, reads, texts};
#[cfg(feature = "read")]
pub use view::ApiView;
