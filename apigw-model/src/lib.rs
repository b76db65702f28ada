//! Types, builders and tables of Amazon API Gateway (REST APIs, model 2015-07-09), generated from its specification.
//!
#![doc = include_str!("front_page.md")]

pub mod blob;
pub mod construct;
mod debug;
mod events;
mod field;
mod json;
pub mod json_value;
mod macros;
mod open_enum;
mod operation;
mod output;
mod own_macros;
pub mod patch;
mod serde;
pub mod server;
mod setter;
mod sink;
mod skeleton;
pub mod timestamp;
pub mod validate;
mod waiter;

#[doc(hidden)]
pub mod __private;

pub use apigw_macros::server;
pub use apigw_spec::value::Timestamp;
pub use blob::Blob;
pub use events::{EventInput, EventOutput, FinishEvents, FinishExchange};
pub use json_value::JsonValue;
pub use macros::{Input, Output, model, request};
pub use open_enum::{OpenEnum, UnknownValue};
pub use operation::{
    ErrorKind, Finish, FinishPages, FinishStream, Nothing, Operation, Paginated, Streaming, Structured,
};
pub use output::{FromOutput, MemberError};
pub use validate::Validate;
pub use waiter::{FinishWait, Waiting};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

#[cfg(feature = "api-gateway")]
model!(crate = crate);
