//! Standard output and standard error.

use std::io::{ErrorKind, Write as _};
use std::sync::OnceLock;

use apigw_cli_text::python::os_error;

use crate::failure::Failure;

/// The first error of standard output that is worth telling.
static TROUBLE: OnceLock<std::io::Error> = OnceLock::new();

/// Writes to standard output. A reader that went away is no error; any other is kept for [`trouble`], since the command
/// goes on as if the text had been read.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        // Only the first counts.
        let _ = TROUBLE.set(error);
    }
}

/// The failure that standard output was not written, if it was not.
pub(crate) fn trouble() -> Option<Failure> {
    TROUBLE.get().map(|error| Failure::general(os_error::describe_alone(error)))
}

/// Writes to standard error.
pub(crate) fn print_error(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
