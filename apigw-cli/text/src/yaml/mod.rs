//! YAML, read and written as the AWS CLI reads and writes it.

mod emitter;
mod read;
mod resolve;
mod scalar;
mod write;

pub use read::read;
pub use write::block;
