//! The `apigw` command: a drop-in replacement for `aws apigateway` that explains a bad request before it is sent.
//!
//! ```text
//! words ─► command_line ─► argument ─► validation ─► findings ─► request ─► service ─► reply ─► query ─► output
//!                             ▲                                     │
//!                        input files                             dry_run
//! ```
//!
//! Nothing here knows an operation by name, save the table in `command_line::quirks`.

mod argument;
mod call;
mod command_line;
mod complete;
mod dispatch;
mod document;
mod documentation;
mod dry_run;
mod eaten_quotes;
mod failure;
mod findings;
mod help;
mod hints;
mod interrupt;
#[cfg(feature = "fetched-credentials")]
mod mfa;
mod output;
mod own;
mod pager;
mod paginate;
mod printer;
#[doc(hidden)]
pub mod probe;
mod progress;
mod python;
mod query;
mod reply;
mod request;
mod retries;
mod script;
mod service;
mod settings;
mod shell;
mod skeleton;
mod telling;
mod timestamp;
mod unseen;
mod validation;

use std::process::ExitCode;

use command_line::global::Globals;
use telling::tell;

/// Runs the command with the process's arguments; the status is the AWS CLI's (0, 130, 252 to 255), or 1 for what this command's own commands found.
#[must_use]
pub fn main() -> ExitCode {
    match dispatch::run(std::env::args_os().skip(1)) {
        Ok(()) => match output::trouble() {
            None => ExitCode::SUCCESS,
            Some(failure) => ExitCode::from(tell(&failure, &Globals::default(), &[])),
        },
        Err(status) => ExitCode::from(status),
    }
}
