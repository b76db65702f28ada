//! Prompts for MFA codes as the AWS CLI does: on the terminal, without echo.

use std::io::{self, BufRead as _, Read as _, Write as _};

use crate::terminal::hidden_line::{self, LIMIT, TypedLine};
use crate::terminal::{interrupt, progress};

/// Prompts for the code of a device. Without a terminal it is the next line of standard input. Ctrl-D, the end of the
/// input, ends the process as Ctrl-C does.
pub(crate) fn ask(serial: &str) -> io::Result<String> {
    let _paused = progress::pause();
    // The name comes from a file, which may hold what a terminal would obey.
    let prompt = format!("Enter MFA code for {}: ", serial.escape_debug());
    // These signals would end the process at once; interrupts are watched for already.
    #[cfg(unix)]
    interrupt::watch_terminations();
    match hidden_line::read(&prompt)? {
        TypedLine::Line(code) => Ok(code),
        TypedLine::Ended => interrupt::end(),
        TypedLine::NoTerminal => without_terminal(&prompt),
    }
}

/// The next line of standard input. Neither lock is held while it is awaited, so that an interrupt can end the process.
fn without_terminal(prompt: &str) -> io::Result<String> {
    io::stderr().write_all(format!("Warning: Password input may be echoed.\n{prompt}").as_bytes())?;
    let mut code = String::new();
    match io::stdin().lock().take(LIMIT).read_line(&mut code)? {
        0 => Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "no MFA code was entered; type the code or pipe it to standard input",
        )),
        _ => Ok(code),
    }
}
