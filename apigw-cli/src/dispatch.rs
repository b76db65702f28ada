//! A command line from its words to the part of the command that does what they ask for.

use std::ffi::OsString;

use crate::commands::{self, call};
use crate::failure::Failure;
use crate::report::stderr::tell;
use crate::syntax::alias::{self, Expanded};
use crate::syntax::catalog::{self, Command};
use crate::syntax::globals::{self, Globals};
use crate::syntax::operation::Request;
use crate::terminal::{interrupt, stdout};
use crate::{complete, help};

/// Runs a command line; an error is the exit status of a failure that was told.
pub(crate) fn run(words: impl Iterator<Item = OsString>) -> Result<(), u8> {
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
        globals::read(&words).map_err(|failure| tell(&failure, &Globals::default(), &words))?;
    if globals.is_version {
        stdout::print(concat!("apigw/", env!("CARGO_PKG_VERSION"), "\n"));
        return Ok(());
    }
    obey(command.as_deref().unwrap_or_default(), rest, &globals).map_err(|failure| tell(&failure, &globals, &words))
}

fn obey(command: &str, rest: Vec<String>, globals: &Globals) -> Result<(), Failure> {
    let command = catalog::read(command, rest)?;
    // Help and skeletons are there before anybody could interrupt them.
    if !matches!(&command, Command::Operation(Request::Call(call), _) if call.skeleton.is_some()) {
        interrupt::watch();
    }
    match command {
        Command::Help => help::show(&help::overview(), globals),
        Command::Operation(Request::Help, operation) => help::show(&help::of_operation(operation), globals),
        Command::Operation(Request::Call(call), _) => return call::run(*call, globals),
        Command::Own(own, words) if words == ["help"] => help::show(&help::of_own_command(own), globals),
        Command::Own(own, words) => return commands::run(own, &words, globals),
    }
    Ok(())
}
