//! Findings that are of no rule of the service: what they mean, for listing and explaining them beside the rules.

use apigw_engine::FORECASTS;
use apigw_lint::UNUSED_SUPPRESSION;
use apigw_spec::rule::builtin;
use apigw_spec::violation::about;

use crate::check::finding::{COMMAND_LINE, PARAMETER};
use crate::lint::LOST_QUOTES;

/// A kind of finding.
#[derive(Debug, Clone, Copy)]
pub(super) struct FindingKind {
    /// The identifier.
    pub(super) id: &'static str,
    /// What it means.
    pub(super) means: &'static str,
    /// The name of the severity.
    pub(super) level: &'static str,
}

/// What the command finds besides the rules and the shapes.
const OWN: [FindingKind; 4] = [
    FindingKind {
        id: COMMAND_LINE,
        means: "an option or argument of a command line is not one of the command",
        level: "error",
    },
    FindingKind {
        id: LOST_QUOTES,
        means: "JSON in a script is not quoted, so the shell strips the quotes inside it",
        level: "error",
    },
    FindingKind {
        id: PARAMETER,
        means: "the AWS CLI refuses the value of an option before it sends a request",
        level: "error",
    },
    FindingKind {
        id: UNUSED_SUPPRESSION,
        means: "a suppression or setting allows what is not found",
        level: "warning",
    },
];

/// All kinds.
pub(super) fn kinds() -> impl Iterator<Item = FindingKind> {
    let of_shapes = builtin::ALL.iter().filter_map(|id| Some(FindingKind { id, means: about(id)?, level: "error" }));
    let forecasts = FORECASTS.iter().map(|(id, means)| FindingKind { id, means, level: "warning" });
    of_shapes.chain(forecasts).chain(OWN)
}
