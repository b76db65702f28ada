//! What the rules of the service find in a request before it is sent.

use apigw_cli_text::document::Map;
use apigw_client::Environment;
use apigw_spec::rule::builtin;
use apigw_spec::value::Members;
use apigw_spec::{Operation, Violation, check};

use crate::check::{fix, naming, render};
use crate::failure::{Failure, Status};
use crate::input::value::Request;
use crate::syntax::globals::Globals;
use crate::syntax::operation::OperationArgs;
use crate::terminal::shell;
use crate::terminal::stdout;
use crate::transport::sender::Service;

/// What errors among the findings do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// They block the request.
    Error,
    /// They are told.
    Warn,
    /// Nothing is judged.
    Off,
}

/// One finding, with the severity that it has for this command.
pub(crate) struct Finding {
    pub(crate) violation: Violation,
    pub(crate) blocks: bool,
}

/// Judges the members of an input and tells what is found on standard error; fails if an error blocks the request.
pub(crate) fn judge(
    members: &Map,
    call: &OperationArgs,
    service: Option<&Service>,
    globals: &Globals,
) -> Result<(), Failure> {
    let operation = call.operation;
    let mode = mode(service, operation, globals)?;
    if mode == Mode::Off {
        return Ok(());
    }
    let request = Request::new(members, operation.input.shape());
    let mut found = find(operation, &request, globals);
    if mode == Mode::Warn {
        for finding in &mut found {
            finding.blocks = false;
        }
    }
    if found.is_empty() && globals.findings.is_none() {
        return Ok(());
    }
    let shell = shell::detect(&Environment::process());
    let remedy = |finding: &Finding| {
        let argument = fix::argument(call, members, &finding.violation, shell)?;
        Some(format!("apigw:   in {}: {}\n", shell.name(), shell.line(&argument)))
    };
    stdout::print_error(&render::render(&found, operation, globals.findings.as_deref(), &remedy));
    let is_blocked = found.iter().any(|finding| finding.blocks);
    if is_blocked { Err(Failure::AlreadyReported(Status::Usage)) } else { Ok(()) }
}

/// What is found in the members of an input, in every format.
pub(crate) fn told(operation: &'static Operation, members: &Map, globals: &Globals) -> Vec<String> {
    let found = find(operation, &Request::new(members, operation.input.shape()), globals);
    [None, Some("json"), Some("sarif")].map(|format| render::render(&found, operation, format, &|_| None)).into()
}

/// What a violation is, in the names of options.
pub(crate) fn sentence(violation: &Violation, operation: &'static Operation) -> String {
    violation.render(&naming::OptionNaming(operation))
}

/// The violations of rules that are not allowed to be broken. A value that no enumeration lists may be one that AWS has
/// added since, so it blocks nothing.
pub(crate) fn find(operation: &'static Operation, request: &dyn Members, globals: &Globals) -> Vec<Finding> {
    let is_allowed = |violation: &Violation| globals.allowed_rules.iter().any(|rule| rule == violation.rule);
    // Validation has told these in the AWS CLI's words.
    let is_told =
        |violation: &Violation| matches!(violation.rule, builtin::REQUIRED | builtin::TYPE | builtin::UNKNOWN_MEMBER);
    let violations = check(operation.input.shape(), request).into_iter();
    let violations = violations.filter(|violation| !is_allowed(violation) && !is_told(violation));
    violations.map(|violation| Finding { blocks: violation.is_error() && !violation.is_lenient(), violation }).collect()
}

/// The mode that the command line or `APIGW_VALIDATE` says. Where neither says one, errors block what would go to AWS;
/// at an endpoint of somebody's own, whose service may take more or less than AWS's, they are told only.
fn mode(service: Option<&Service>, operation: &'static Operation, globals: &Globals) -> Result<Mode, Failure> {
    if globals.skips_rules {
        return Ok(Mode::Off);
    }
    match Environment::process().get("APIGW_VALIDATE").as_deref() {
        Some("error") => Ok(Mode::Error),
        Some("warn") => Ok(Mode::Warn),
        Some("off") => Ok(Mode::Off),
        Some(other) if !other.is_empty() => Err(Failure::general(format!(
            "Unknown APIGW_VALIDATE value: {other}, valid values are error, warn and off"
        ))),
        _ => Ok(if service.is_none_or(|service| service.is_of_aws(operation)) { Mode::Error } else { Mode::Warn }),
    }
}
