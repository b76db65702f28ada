//! Everything that generated code touches besides `::core` and `::std`. Not a stable interface.

pub use crate::blob::Blob;
pub use crate::debug::debug;
pub use crate::events::{EventInput, EventOutput, FinishEvents, FinishExchange};
pub use crate::field::{FieldType, Held, Presence};
pub use crate::json_value::JsonValue;
pub use crate::open_enum::{OpenEnum, UnknownValue, from_text};
pub use crate::operation::{
    Base, ErrorKind, Finish, FinishPages, FinishStream, Maybe, NotGiven, Nothing, Operation, Paginated, Set, Streaming,
    Structured, Typed, Unset,
};
pub use crate::output::{
    Boxed, FromMember, FromOutput, ListOf, MapOf, MemberError, Nested, Single, parts, required_parts,
};
pub use crate::patch::pointer;
pub use crate::serde::{NameStyle, ShapeReader, deserialize, deserialize_enum, serialize};
pub use crate::setter::{into, list, map};
pub use crate::sink::{Placeholder, Scalar, Sink};
pub use crate::validate::Validate;
pub use crate::waiter::Waiting;
pub use apigw_macros::{derive_input_with, derive_output_with};
pub use apigw_spec as spec;
pub use apigw_spec::value::{Members, Timestamp, ToValue, Value};
pub use serde;

/// Requests answered by a server.
pub mod server {
    pub use crate::server::{ErrorReply, RouteEnd, RouteNode, handle, unknown_operation};
}

/// JSON on the wire.
pub mod json {
    pub use crate::json::{body, read, read_into, text, write_double, write_string, write_unicode_string};
}

/// Empty inputs and outputs to fill in.
pub mod skeleton {
    pub use crate::skeleton::{input, output, yaml_input};
}
