//! Checking inputs against the rules of the service before they are sent.

use apigw_model::Structured;
use apigw_spec::{Violation, check};

use crate::settings::validation::Validation;

/// The violations of an input.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// They stop the call.
    pub(crate) errors: Vec<Violation>,
    /// They are only logged.
    pub(crate) warnings: Vec<Violation>,
}

/// Checks an input.
pub(crate) fn validate<I: Structured>(input: &I, validation: Validation, allowed: &[String]) -> Checked {
    if validation == Validation::Off {
        return Checked::default();
    }

    Checked::new(check(I::SHAPE, input), validation, allowed)
}

impl Checked {
    /// What was found, apart from what is allowed.
    pub(crate) fn new(mut found: Vec<Violation>, validation: Validation, allowed: &[String]) -> Self {
        found.retain(|violation| !allowed.iter().any(|rule| rule == violation.rule));
        let is_strict = validation != Validation::Warn;
        let stops = |violation: &Violation| is_strict && violation.is_error();
        let (errors, warnings) = found.into_iter().partition(stops);
        Self { errors, warnings }
    }
}
