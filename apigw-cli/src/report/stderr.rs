//! Failures on standard error.

use apigw_cli_text::format::Format;

use crate::config::settings;
use crate::failure::{Failure, Verbosity};
use crate::report::hints;
use crate::syntax::choices::ErrorFormat;
use crate::syntax::globals::Globals;
use crate::terminal::{printer, stdout};

/// Reports the failure of a command line on standard error, in the error format, and returns its exit status.
pub(crate) fn report(failure: &Failure, globals: &Globals, words: &[String]) -> u8 {
    let error_format = settings::error_format(globals);
    let format = match error_format {
        ErrorFormat::Json => Some(Format::Json),
        ErrorFormat::Yaml => Some(Format::Yaml),
        ErrorFormat::Text => Some(Format::Text),
        ErrorFormat::Table => Some(Format::Table),
        ErrorFormat::Legacy | ErrorFormat::Enhanced => None,
    };
    let object = format.and_then(|format| Some((format, failure.object()?)));
    let structured =
        object.and_then(|(format, object)| format.render("error", &object, printer::style(globals.color)).ok());

    let text = structured.unwrap_or_else(|| {
        let is_legacy = error_format == ErrorFormat::Legacy;
        let verbosity = if is_legacy { Verbosity::Legacy } else { Verbosity::Enhanced };
        failure.text(verbosity) + &hints::of(failure, words)
    });
    stdout::print_error(&text);
    failure.status() as u8
}
