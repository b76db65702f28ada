//! Judging inputs before they are sent.

use std::fmt;

use apigw_model::Structured;
use apigw_spec::violation::Naming;
use apigw_spec::{Violation, check};

use crate::call::trace;
use crate::settings::options::CallSettings;

/// What becomes of an input that breaks rules which the service is known to enforce.
///
/// Doubts never stop a call: rules whose severity is a warning, and values of enumerations that the model does not
/// list, since the service may know more of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Validation {
    /// The call ends in [`Error::Invalid`](crate::Error::Invalid); nothing is sent.
    #[default]
    Error,
    /// It is sent; what is broken goes to the log.
    Warn,
    /// It is sent; nothing is judged.
    Off,
}

/// What an input surely breaks, as far as that stops the call. The rest goes to the log.
pub(crate) fn judge<I: Structured>(input: &I, settings: &CallSettings) -> Result<(), Vec<Violation>> {
    if settings.validation == Validation::Off {
        return Ok(());
    }
    let mut found = check(I::SHAPE, input);
    found.retain(|violation| !settings.allowed.iter().any(|rule| rule == violation.rule));
    let stops = |violation: &Violation| {
        settings.validation == Validation::Error && violation.is_error() && !violation.is_lenient()
    };
    let (broken, doubts): (Vec<_>, Vec<_>) = found.into_iter().partition(stops);
    for doubt in &doubts {
        trace::doubt(doubt.rule, &render(doubt));
    }
    if broken.is_empty() { Ok(()) } else { Err(broken) }
}

/// Writes violations one a line, each with the rule that can be allowed.
pub(crate) fn list(violations: &[Violation], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("the input breaks rules of the service; mend it, or allow the rules by name:")?;
    violations.iter().try_for_each(|violation| write!(f, "\n  {}: {}", violation.rule, render(violation)))
}

fn render(violation: &Violation) -> String {
    violation.render(&RustNaming)
}

/// The spelling of Rust: `integration_http_method`.
struct RustNaming;

impl Naming for RustNaming {
    fn member(&self, name: &str) -> String {
        apigw_spec::case::separated(name, '_')
    }
}
