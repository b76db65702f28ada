//! The `apigw` command: a drop-in replacement for `aws apigateway` that explains a bad request before it is sent.
//!
//! ```text
//! words ─► syntax ─► input ─► check ─► transport ─► terminal
//! ```
//!
//! A folder uses what stands right of it in this list: dispatch, commands, report, complete, help, lint, check, transport,
//! terminal, input, config, syntax, failure.
//!
//! Nothing here knows an operation by name, save the table in `syntax::quirks`.

mod check;
mod commands;
mod complete;
mod config;
mod dispatch;
mod failure;
mod help;
mod input;
mod lint;
pub mod offline;
mod report;
mod syntax;
mod terminal;
mod transport;

use std::process::ExitCode;

use report::stderr::report;
use syntax::globals::Globals;

/// Runs the command with the process's arguments; the status is the AWS CLI's (0, 130, 252 to 255), or 1 for what this command's own commands found.
#[must_use]
pub fn main() -> ExitCode {
    let outcome = dispatch::run(std::env::args_os().skip(1));
    match (terminal::stdout::write_failure(), outcome) {
        // Whoever finds nothing in the output must not take that for the result.
        (Some(failure), _) => ExitCode::from(report(&failure, &Globals::default(), &[])),
        (None, Ok(())) => ExitCode::SUCCESS,
        (None, Err(status)) => ExitCode::from(status),
    }
}
