//! A command line, from its words to the command that they name.

use std::ffi::OsString;

use apigw_cli_text::word::Word;

use crate::commands;
use crate::failure::Failure;
use crate::report::stderr::report;
use crate::syntax::alias::{self, Expanded};
use crate::syntax::command::{self, Command};
use crate::syntax::globals::{self, GlobalReading, Globals};
use crate::terminal::{interrupt, stdout};
use crate::{complete, help};

/// Runs a command line. An error is the exit status of a failure that has been reported.
pub(crate) fn run(words: impl Iterator<Item = OsString>) -> Result<(), u8> {
    let words: Result<Vec<String>, OsString> = words.map(OsString::into_string).collect();
    let words = words.map_err(|word| {
        let message = format!("the argument {} is not valid UTF-8", word.to_string_lossy());
        report(&Failure::General(message), &Globals::default(), &[])
    })?;
    if complete::answers(&words) || help::answers(&words) {
        return Ok(());
    }
    let words = match alias::expand(words).map_err(|failure| report(&failure, &Globals::default(), &[]))? {
        Expanded::Words(words) => words,
        Expanded::Ended(0) => return Ok(()),
        Expanded::Ended(status) => return Err(status),
    };
    let parsed: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
    let GlobalReading { globals, command, rest, .. } =
        globals::read(&parsed).map_err(|failure| report(&failure, &Globals::default(), &words))?;
    if globals.is_version {
        stdout::print(concat!("apigw/", env!("CARGO_PKG_VERSION"), "\n"));
        return Ok(());
    }

    obey(&command, rest, &globals).map_err(|failure| report(&failure, &globals, &words))
}

fn obey(name: &str, rest: Vec<Word>, globals: &Globals) -> Result<(), Failure> {
    let command = command::read(name, rest)?;

    // Help and skeletons are printed before an interruption could matter.
    let is_skeleton = matches!(&command, Command::Operation(args) if args.skeleton.is_some());
    if !is_skeleton && !matches!(command, Command::Help(_)) {
        interrupt::watch();
    }
    commands::run(command, globals)
}
