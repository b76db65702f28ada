//! Standard output and standard error.

use std::borrow::Cow;
use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::sync::OnceLock;

use apigw_cli_text::python::os_error;
use apigw_cli_text::visible;

use crate::failure::Failure;

/// The first error of standard output that is worth reporting.
static WRITE_ERROR: OnceLock<std::io::Error> = OnceLock::new();

/// Writes to standard output. A closed pipe is not an error; any other error is kept for [`write_failure`], since the
/// command continues as if the output had been read.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        // Only the first error is reported.
        let _ = WRITE_ERROR.set(error);
    }
}

/// A string without what a terminal or the log of a CI system would obey.
fn shown(text: &str, is_escaped: bool) -> Cow<'_, str> {
    match visible::in_log(text) {
        marked if is_escaped => Cow::Owned(visible::on_terminal(&marked).into_owned()),
        marked => marked,
    }
}

/// The failure to write standard output, if there was one.
pub(crate) fn write_failure() -> Option<Failure> {
    WRITE_ERROR.get().map(|error| Failure::general(os_error::describe_alone(error)))
}

/// Writes lines to standard output that quote names and messages from outside.
pub(crate) fn print_report(text: &str) {
    print(&shown(text, true));
}

/// Writes to standard error what has been escaped already and may be in color.
pub(crate) fn print_error_as_is(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes to standard error.
pub(crate) fn print_error(text: &str) {
    let mut out = std::io::stderr().lock();
    let text = shown(text, out.is_terminal());
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
