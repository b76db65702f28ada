//! The members of an input, from option values and files. May import: `config`, `syntax`, `failure`.

#[cfg(feature = "local")]
pub(crate) mod api_definitions;
pub(crate) mod blob;
pub(crate) mod bounded;
pub(crate) mod coerce;
pub(crate) mod convert;
pub(crate) mod documentation;
pub(crate) mod input_file;
mod number;
pub(crate) mod parameter_file;
pub(crate) mod secrets;
pub(crate) mod value;
