//! One finding.

use apigw_spec::Violation;

use crate::failure::{Code, Failure};

/// The title above the problems that validation finds.
pub(crate) const VALIDATION: &str = "Parameter validation failed:";

/// A violation of a rule, with the severity that it has for the command.
pub(crate) struct Finding {
    /// What is wrong.
    pub(crate) violation: Violation,
    /// Whether it blocks the request.
    pub(crate) blocks: bool,
}

/// The check of options and arguments.
pub(crate) const COMMAND_LINE: &str = "command-line";
/// The check of values.
pub(crate) const PARAMETER: &str = "parameter";
/// What is no finding about the input: a file or setting that cannot be read.
pub(crate) const FAILURE: &str = "failure";

/// What is wrong with a command line besides the rules: a failure, as the structured formats of findings have it.
pub(crate) struct Refused {
    /// The check.
    pub(crate) rule: &'static str,
    /// What is wrong, a problem each.
    pub(crate) messages: Vec<String>,
    /// What to type instead; empty if that is not known.
    pub(crate) help: String,
}

impl Refused {
    /// A failure that the AWS CLI would report; nothing for errors of the service and what was reported already.
    pub(crate) fn new(failure: &Failure, help: String) -> Option<Self> {
        let message = failure.message()?;
        let rule = match failure {
            Failure::Usage(_) | Failure::UnknownOptions(_) => COMMAND_LINE,
            Failure::OptionValue { .. } | Failure::Coded { code: Code::ParamValidation, .. } => PARAMETER,
            _ => FAILURE,
        };
        // Validation lists its problems below a title.
        let lines = message.lines().map(str::trim).filter(|line| !line.is_empty());
        let messages: Vec<String> = match message.split_once('\n') {
            Some((title, _)) if title == VALIDATION => lines.skip(1).map(str::to_owned).collect(),
            _ => vec![lines.collect::<Vec<_>>().join(" ")],
        };
        Some(Self { rule, messages, help })
    }
}
