//! The `apigw` command: a drop-in replacement for `aws apigateway` that explains a bad request before it is sent.
//!
//! ```text
//! words ─► command_line ─► argument ─► validation ─► findings ─► request ─► service ─► reply ─► query ─► output
//!                             ▲                                     │
//!                        input files                             dry_run
//! ```
//!
//! Nothing here knows an operation by name, save the table in [`command_line::quirks`].

mod argument;
mod call;
mod command_line;
mod complete;
mod document;
mod documentation;
mod dry_run;
mod failure;
mod findings;
mod help;
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
mod validation;

use std::ffi::OsString;
use std::process::ExitCode;

use command_line::Command;
use command_line::alias::{self, Expanded};
use command_line::global::{self, Globals};
use command_line::operation::Request;
use failure::Failure;
use telling::tell;

/// Runs the command with the process's arguments; the status is the AWS CLI's (0, 130, 252 to 255).
#[must_use]
pub fn main() -> ExitCode {
    interrupt::watch();
    match run(std::env::args_os().skip(1)) {
        Ok(()) => match output::trouble() {
            None => ExitCode::SUCCESS,
            Some(failure) => ExitCode::from(tell(&failure, &Globals::default(), &[])),
        },
        Err(status) => ExitCode::from(status),
    }
}

/// Runs a command line; an error is the exit status of a failure that was told.
fn run(words: impl Iterator<Item = OsString>) -> Result<(), u8> {
    let words: Result<Vec<String>, OsString> = words.map(OsString::into_string).collect();
    let words = words.map_err(|word| {
        let message = format!("the argument {} is not valid UTF-8", word.to_string_lossy());
        tell(&Failure::General(message), &Globals::default(), &[])
    })?;
    if complete::answers(&words) || help::answers(&words) {
        return Ok(());
    }
    let words = match alias::expand(words).map_err(|failure| tell(&failure, &Globals::default(), &[]))? {
        Expanded::Words(words) => words,
        Expanded::Ended(0) => return Ok(()),
        Expanded::Ended(status) => return Err(status),
    };
    let (globals, command, rest) =
        global::read(&words).map_err(|failure| tell(&failure, &Globals::default(), &words))?;
    if globals.is_version {
        output::print(concat!("apigw/", env!("CARGO_PKG_VERSION"), "\n"));
        return Ok(());
    }
    obey(command.as_deref().unwrap_or_default(), rest, &globals).map_err(|failure| tell(&failure, &globals, &words))
}

fn obey(command: &str, rest: Vec<String>, globals: &Globals) -> Result<(), Failure> {
    match command_line::read(command, rest)? {
        Command::Help => help::show(&help::overview(), globals),
        Command::Operation(Request::Help, operation) => help::show(&help::of_operation(operation), globals),
        Command::Operation(Request::Call(call), _) => return call::run(*call, globals),
        Command::Own(own, words) if words == ["help"] => help::show(&help::of_own_command(own), globals),
        Command::Own(own, words) => return own::run(own, &words, globals),
    }
    Ok(())
}
