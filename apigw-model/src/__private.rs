//! Everything that generated code touches besides `::core` and `::std`. Not a stable interface.

pub use crate::blob::Blob;
pub use crate::debug::debug;
pub use crate::open_enum::{OpenEnum, UnknownValue, from_text};
pub use crate::operation::{
    ErrorKind, Finish, FinishPages, FinishStream, FromOutput, Maybe, MissingMember, Nothing, Operation, Paginated, Set,
    Streaming, Structured, Typed, Unset,
};
pub use crate::patch::pointer;
pub use crate::place::{Blank, Place, Scalar};
pub use crate::serde_form::{deserialize, deserialize_enum, serialize};
pub use crate::setter::{into, list, map};
pub use crate::validate::Validate;
pub use apigw_spec as spec;
pub use apigw_spec::value::{Members, Timestamp, ToValue, Value};
pub use serde;
