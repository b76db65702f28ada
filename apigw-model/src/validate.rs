//! Validation of finished inputs against the rules of their shape.

use apigw_spec::{Violation, check};

use crate::operation::Structured;

/// Judging a structure before it is sent.
pub trait Validate {
    /// Everything that the service is known to refuse or that is likely to fail, errors first in rule order; empty if
    /// nothing is.
    fn violations(&self) -> Vec<Violation>;
}

impl<T: Structured> Validate for T {
    fn violations(&self) -> Vec<Violation> {
        check(T::SHAPE, self)
    }
}
