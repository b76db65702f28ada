//! Failures on standard error.

use std::io::IsTerminal as _;

use apigw_cli_text::format::Format;
use apigw_cli_text::visible;

use crate::check::finding::Refused;
use crate::check::render::render_refused;
use crate::config::settings;
use crate::failure::{Failure, Verbosity};
use crate::report::hints;
use crate::syntax::catalog;
use crate::syntax::choices::{ErrorFormat, ReportFormat};
use crate::syntax::globals::Globals;
use crate::terminal::{printer, stdout};

/// Reports the failure of a command line on standard error, in the error format, and returns its exit status.
pub(crate) fn report(failure: &Failure, globals: &Globals, words: &[String]) -> u8 {
    let findings = globals.findings.or_else(|| asked_for(words)).filter(|format| format.is_structured());
    if let Some(format) = findings
        && let Some(refused) =
            Refused::new(failure, hints::of(failure, words).replace("apigw: help: ", "").trim().to_owned())
    {
        let operation = words.iter().find_map(|word| catalog::find(word)).map_or("", |operation| operation.name);
        stdout::print_error(&render_refused(&refused, operation, format));
        return failure.status() as u8;
    }

    let error_format = settings::error_format(globals);
    let format = match error_format {
        ErrorFormat::Json => Some(Format::Json),
        ErrorFormat::Yaml => Some(Format::Yaml),
        ErrorFormat::Text => Some(Format::Text),
        ErrorFormat::Table => Some(Format::Table),
        ErrorFormat::Legacy | ErrorFormat::Enhanced => None,
    };
    let object = format.and_then(|format| Some((format, failure.object()?)));
    let structured = object.and_then(|(format, object)| {
        let is_terminal = std::io::stderr().is_terminal();
        printer::render(format, "error", &object, printer::style(globals.color), is_terminal).ok()
    });

    match structured {
        Some(text) => stdout::print_error_as_is(&text),
        None => {
            let is_legacy = error_format == ErrorFormat::Legacy;
            let verbosity = if is_legacy { Verbosity::Legacy } else { Verbosity::Enhanced };
            let text = failure.text(verbosity) + &hints::of(failure, words);
            // What the service or the user wrote is repeated as it is, as the AWS CLI does, except to a terminal.
            let is_repeated = !matches!(failure, Failure::General(_) | Failure::Coded { .. });
            stdout::print_error(&if is_repeated { text.into() } else { visible::on_terminal(&text) });
        }
    }
    failure.status() as u8
}

/// The format of findings that a command line asks for which cannot be parsed.
fn asked_for(words: &[String]) -> Option<ReportFormat> {
    const OPTION: &str = "--findings";
    let mut words = words.iter();
    let word = words.find(|word| word.split('=').next() == Some(OPTION))?;
    let value = word.split_once('=').map_or_else(|| words.next().map(String::as_str), |(_, value)| Some(value));
    value.and_then(ReportFormat::named)
}
