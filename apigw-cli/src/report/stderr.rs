//! Failures told on standard error.

use apigw_cli_text::format::Format;

use crate::config::settings;
use crate::failure::{Failure, Verbosity};
use crate::report::hints;
use crate::syntax::globals::Globals;
use crate::terminal::{printer, stdout};

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
    stdout::print_error(&text);
    failure.status() as u8
}
