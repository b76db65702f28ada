//! The texts of the AWS CLI that come from the language it is written in: how values, numbers and errors read.
//!
//! Scripts match on them, so a replacement has to give the same ones.

pub mod close_matches;
pub mod json;
pub mod number;
pub mod os_error;
pub mod repr;
