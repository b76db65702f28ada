//! The findings of the service's rules in an input.

use apigw_cli_text::document::Map;
use apigw_client::Environment;
use apigw_spec::rule::builtin;
use apigw_spec::value::Members;
use apigw_spec::{Context, Operation, Violation, check_with};

use crate::check::finding::{Finding, Refused};
use crate::check::mode::Mode;
use crate::check::related::Related;
use crate::check::{fix, naming, render};
use crate::failure::{Failure, Status};
use crate::input::value::InputValue;
use crate::syntax::choices::ReportFormat;
use crate::syntax::globals::Globals;
use crate::syntax::operation::OperationArgs;
use crate::terminal::shell;
use crate::terminal::stdout;

/// Checks an input against the rules of the service and reports the findings on standard error. Fails if an error blocks
/// the request. `related` are the objects around it, `members` those of the input, from which fixed arguments are written; `invalid` is why the AWS CLI
/// rejects it, which structured formats list too.
pub(crate) fn check_input(
    input: &InputValue,
    members: &Map,
    call: &OperationArgs,
    (related, mode): (&Related, Mode),
    globals: &Globals,
    invalid: Option<&Failure>,
) -> Result<(), Failure> {
    if mode == Mode::Off {
        return Ok(());
    }
    let operation = call.operation;
    let contexts = related.contexts();
    let mut found = find(operation, input, &contexts);
    found.retain(|finding| !globals.allowed_rules.iter().any(|rule| rule == finding.violation.rule));
    if mode == Mode::Warn {
        for finding in &mut found {
            finding.blocks = false;
        }
    }
    if found.is_empty() && globals.findings.is_none() {
        return Ok(());
    }

    let shell = shell::detect(&Environment::process());
    let fix = |finding: &Finding| {
        let argument = fix::argument(call, members, &finding.violation, &found, shell)?;
        Some(format!("apigw:   in {}: {}\n", shell.name(), shell.line(&argument)))
    };
    let format = globals.findings.unwrap_or(ReportFormat::Text);
    let refused =
        invalid.filter(|_| format != ReportFormat::Text).and_then(|failure| Refused::new(failure, String::new()));
    stdout::print_error(&render::render(&found, refused.as_ref(), operation, format, &fix));
    let is_blocked = refused.is_some() || found.iter().any(|finding| finding.blocks);
    if is_blocked { Err(Failure::AlreadyReported(Status::Usage)) } else { Ok(()) }
}

/// The findings of an input in every format.
pub(crate) fn all_formats(operation: &'static Operation, input: &InputValue) -> Vec<String> {
    let found = find(operation, input, &[]);
    [ReportFormat::Text, ReportFormat::Json, ReportFormat::Sarif]
        .map(|format| render::render(&found, None, operation, format, &|_| None))
        .into()
}

/// The sentence for a violation, with the names of options.
pub(crate) fn sentence(violation: &Violation, operation: &'static Operation) -> String {
    violation.render(&naming::OptionNaming(operation))
}

/// The violations of an input, also those of rules that are allowed to be violated.
pub(crate) fn find<'v>(
    operation: &'static Operation,
    request: &'v dyn Members,
    contexts: &'v [Context<'v>],
) -> Vec<Finding> {
    // Validation reports these in the words of the AWS CLI.
    let is_validated =
        |violation: &Violation| matches!(violation.rule, builtin::REQUIRED | builtin::TYPE | builtin::UNKNOWN_MEMBER);
    let violations = check_with(operation.input.shape(), request, contexts).into_iter();
    let violations = violations.filter(|violation| !is_validated(violation));
    violations.map(|violation| Finding { blocks: violation.is_error(), violation }).collect()
}
