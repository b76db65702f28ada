//! What is wrong with a call in a script.

use super::text::Position;
pub(super) use crate::check::finding::{COMMAND_LINE, PARAMETER};

/// One thing that is wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LintFinding {
    /// Where.
    pub(crate) position: Position,
    /// The rule, or the check that is not a rule of the service.
    pub(crate) rule: &'static str,
    /// The name of the operation; empty if the script names none that exists.
    pub(crate) operation: &'static str,
    /// Whether the call cannot succeed.
    pub(crate) is_error: bool,
    /// What is wrong.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: Option<String>,
}

/// The check of JSON that the shell strips the quotes from.
pub(crate) const LOST_QUOTES: &str = "lost-quotes";
