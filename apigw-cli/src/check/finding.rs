//! One finding.

use apigw_spec::Violation;

/// A violation of a rule, with the severity that it has for the command.
pub(crate) struct Finding {
    /// What is wrong.
    pub(crate) violation: Violation,
    /// Whether it blocks the request.
    pub(crate) blocks: bool,
}
