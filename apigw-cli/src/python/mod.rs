//! The texts of the AWS CLI that come from the language it is written in: how values, numbers and errors read.
//!
//! Scripts match on them, so a replacement has to give the same ones.

pub(crate) mod close_matches;
pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod os_error;
pub(crate) mod repr;
