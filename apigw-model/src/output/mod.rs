//! From an answer to a user's structure: which types a field can have, and what is reported if an answer does not fit.

mod error;
mod from_output;
mod parts;
mod route;

pub use error::MemberError;
pub use from_output::FromOutput;
pub use parts::{Boxed, FromMember, ListOf, MapOf, Nested, Single};
pub use route::{parts, required_parts};
