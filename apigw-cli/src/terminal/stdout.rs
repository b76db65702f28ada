//! Standard output and standard error.

use std::io::{ErrorKind, Write as _};
use std::sync::OnceLock;

use apigw_cli_text::python::os_error;

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

/// The failure to write standard output, if there was one.
pub(crate) fn write_failure() -> Option<Failure> {
    WRITE_ERROR.get().map(|error| Failure::general(os_error::describe_alone(error)))
}

/// Writes to standard error.
pub(crate) fn print_error(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
