//! Settings from the environment, the profile and the command line.

pub(crate) mod binary_format;
pub(crate) mod settings;
pub(crate) mod timestamps;
