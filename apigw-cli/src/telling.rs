//! Failures told on standard error.

use crate::command_line::global::Globals;
use crate::failure::{Failure, Verbosity};
use crate::output::{self, Format};
use crate::{hints, printer, settings};

/// Tells the failure of a command line on standard error in the error format, and returns its exit status.
pub(crate) fn tell(failure: &Failure, globals: &Globals, words: &[String]) -> u8 {
    let format = settings::error_format(globals);
    let structured = Format::named(&format).and_then(|format| Some((format, failure.object()?)));
    let rendered = structured
        .and_then(|(format, object)| format.render("error", &object, printer::style(globals.color.as_deref())).ok());
    let text = match rendered {
        Some(text) => text,
        None => {
            let verbosity = if format == "legacy" { Verbosity::Legacy } else { Verbosity::Enhanced };
            failure.text(verbosity) + &hints::of(failure, words)
        }
    };
    output::print_error(&text);
    failure.status() as u8
}
