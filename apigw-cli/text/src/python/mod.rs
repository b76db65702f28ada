//! The conventions of Python that show in the output of the AWS CLI: how values, numbers and errors are printed.
//!
//! Scripts match on that output, so a replacement has to print the same.

pub mod close_matches;
pub mod json;
pub mod number;
pub mod os_error;
pub mod repr;
